package understudy.remote.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/** The lines of a known_hosts file: which keys are believed for which host, which authorities, which are revoked. */
record KnownHosts(List<Line> lines) {
    private static final long MOST_BYTES = 16L << 20;

    enum Kind {
        HOST_KEY,
        AUTHORITY,
        REVOKED
    }

    record Line(Kind kind, HostPattern hosts, PublicKey key) {
        /** A key stands for one port; an authority or a revocation of a host's name for all its ports. */
        boolean names(SshEndpoint endpoint) {
            return hosts.matches(endpoint.knownHostsName())
                    || (kind != Kind.HOST_KEY && hosts.matches(endpoint.address()));
        }
    }

    KnownHosts {
        lines = List.copyOf(lines);
    }

    /**
     * Reads the file. A line that cannot be read is passed over, as OpenSSH does, but not where it revokes a key.
     *
     * @throws ConnectFailure in one sentence, if the file cannot be read
     */
    static KnownHosts read(Path file) throws ConnectFailure {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ConnectFailure(
                        "The known_hosts file " + file + " is larger than 16 MiB: name the right file.");
            }
            var lines = new ArrayList<Line>();
            // Comments may be in any encoding; everything that counts is ASCII.
            for (var text : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                read(text.strip(), file, lines);
            }
            return new KnownHosts(lines);
        } catch (IOException unreadable) {
            throw new ConnectFailure(
                    "The known_hosts file " + file + " cannot be read (" + unreadable
                            + "): without it no host key is believed; write it, or name another.",
                    unreadable);
        }
    }

    List<Line> about(SshEndpoint endpoint) {
        return lines.stream().filter(line -> line.names(endpoint)).toList();
    }

    private static void read(String text, Path file, List<Line> lines) throws ConnectFailure {
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        try {
            lines.add(line(text));
        } catch (IOException | GeneralSecurityException | RuntimeException odd) {
            if (text.startsWith("@revoked")) {
                throw new ConnectFailure(
                        "A @revoked line of " + file + " cannot be read (" + Cause.text(odd)
                                + "), so a revoked key could be believed: correct the line.",
                        odd);
            }
        }
    }

    private static Line line(String text) throws IOException, GeneralSecurityException {
        var marked = text.startsWith("@");
        var fields = text.split("\\s+", marked ? 5 : 4);
        var first = marked ? 1 : 0;
        var key = PublicKeyEntry.parsePublicKeyEntry(fields[first + 1] + " " + fields[first + 2])
                .resolvePublicKey(null, null, PublicKeyEntryResolver.FAILING);
        return new Line(kind(marked ? fields[0] : ""), new HostPattern(fields[first]), key);
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
