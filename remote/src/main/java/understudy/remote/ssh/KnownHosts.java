package understudy.remote.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import understudy.remote.Cause;

/** What a known_hosts file says about one host: which keys are believed for it, which authorities, which are revoked. */
record KnownHosts(List<Line> lines) {
    private static final long MOST_BYTES = 16L << 20;

    enum Kind {
        HOST_KEY,
        AUTHORITY,
        REVOKED
    }

    record Line(Kind kind, PublicKey key) {}

    KnownHosts {
        lines = List.copyOf(lines);
    }

    /**
     * Reads the settings' file, and that of the new keys where they are taken; one that is not there knows no host.
     *
     * @throws ConnectFailure in one sentence, if a file cannot be read
     */
    static KnownHosts about(SshEndpoint endpoint, SshSettings settings) throws ConnectFailure {
        var lines = new ArrayList<>(about(endpoint, settings.knownHosts()).lines());
        if (settings.newKeys().isPresent()) {
            lines.addAll(about(endpoint, settings.newKeys().get().file()).lines());
        }
        return new KnownHosts(lines);
    }

    /**
     * Reads the file. Only the keys of lines that name the host are decoded, since an RSA key is slow to check. Of those,
     * a line that cannot be read is passed over, as OpenSSH does, but not where it revokes a key.
     */
    private static KnownHosts about(SshEndpoint endpoint, Path file) throws ConnectFailure {
        try {
            if (Files.notExists(file)) {
                return new KnownHosts(List.of());
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new ConnectFailure(
                        "The known_hosts file " + file + " is larger than 16 MiB: name the right file.");
            }
            var lines = new ArrayList<Line>();
            // Comments may be in any encoding; everything that counts is ASCII.
            for (var text : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                read(text.strip(), endpoint, file).ifPresent(lines::add);
            }
            return new KnownHosts(lines);
        } catch (IOException unreadable) {
            throw new ConnectFailure(
                    "The known_hosts file " + file + " cannot be read (" + unreadable
                            + "): without it no host key is believed; write it, or name another.",
                    unreadable);
        }
    }

    boolean has(Kind kind) {
        return lines.stream().anyMatch(line -> line.kind() == kind);
    }

    boolean has(Kind kind, PublicKey key) {
        return lines.stream().anyMatch(line -> line.kind() == kind && KeyUtils.compareKeys(line.key(), key));
    }

    private static Optional<Line> read(String text, SshEndpoint endpoint, Path file) throws ConnectFailure {
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        try {
            var marked = text.startsWith("@");
            var fields = text.split("\\s+", marked ? 5 : 4);
            var first = marked ? 1 : 0;
            var kind = kind(marked ? fields[0] : "");
            if (!names(new HostPattern(fields[first]), kind, endpoint)) {
                return Optional.empty();
            }
            return Optional.of(new Line(kind, key(fields[first + 1] + " " + fields[first + 2])));
        } catch (IOException | GeneralSecurityException | RuntimeException odd) {
            if (text.startsWith("@revoked")) {
                throw new ConnectFailure(
                        "A @revoked line of " + file + " cannot be read (" + Cause.text(odd)
                                + "), so a revoked key could be believed: correct the line.",
                        odd);
            }
            return Optional.empty();
        }
    }

    /** A key stands for one port; an authority or a revocation of a host's name for all its ports. */
    private static boolean names(HostPattern hosts, Kind kind, SshEndpoint endpoint) {
        return hosts.matches(endpoint.knownHostsName()) || (kind != Kind.HOST_KEY && hosts.matches(endpoint.address()));
    }

    private static PublicKey key(String text) throws IOException, GeneralSecurityException {
        return PublicKeyEntry.parsePublicKeyEntry(text).resolvePublicKey(null, null, PublicKeyEntryResolver.FAILING);
    }

    private static Kind kind(String marker) {
        return switch (marker) {
            case "" -> Kind.HOST_KEY;
            case "@cert-authority" -> Kind.AUTHORITY;
            case "@revoked" -> Kind.REVOKED;
            default -> throw new IllegalArgumentException("unknown marker " + marker);
        };
    }
}
