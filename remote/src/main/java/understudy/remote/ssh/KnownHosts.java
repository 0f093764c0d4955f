package understudy.remote.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/** The lines of a known_hosts file: which keys are believed for which host, which authorities, which are revoked. */
record KnownHosts(List<Line> lines) {
    private static final long MOST_BYTES = 16L << 20;

    enum Kind {
        HOST_KEY,
        AUTHORITY,
        REVOKED
    }

    record Line(Kind kind, KnownHostEntry entry, PublicKey key) {
        boolean names(SshEndpoint endpoint) {
            return entry.isHostMatch(endpoint.address(), endpoint.port());
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
            for (var text : Files.readAllLines(file)) {
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
            var entry = KnownHostEntry.parseKnownHostEntry(text);
            AuthorizedKeyEntry keyEntry = entry.getKeyEntry();
            var key = keyEntry.resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
            if (key == null) {
                throw new GeneralSecurityException("a key of a kind that is not known here");
            }
            lines.add(new Line(kind(entry), entry, key));
        } catch (IOException | GeneralSecurityException | RuntimeException odd) {
            if (text.startsWith("@revoked")) {
                throw new ConnectFailure(
                        "A @revoked line of " + file + " cannot be read (" + odd.getMessage()
                                + "), so a revoked key could be believed: correct the line.",
                        odd);
            }
        }
    }

    private static Kind kind(KnownHostEntry entry) {
        var marker = entry.getMarker();
        if (marker == null || marker.isEmpty()) {
            return Kind.HOST_KEY;
        }
        return switch (marker) {
            case "cert-authority" -> Kind.AUTHORITY;
            case "revoked" -> Kind.REVOKED;
            default -> throw new IllegalArgumentException("unknown marker @" + marker);
        };
    }
}
