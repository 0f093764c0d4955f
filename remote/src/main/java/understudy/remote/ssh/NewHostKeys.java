package understudy.remote.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/**
 * Keeps the key that each host shows in a known_hosts file of its own, and believes a host that no file knows yet on trust, as
 * OpenSSH's {@code StrictHostKeyChecking=accept-new} does. A key that has changed or is revoked is refused all the same.
 */
public final class NewHostKeys {
    private final Path file;
    private final List<Shown> shown = new ArrayList<>();

    /**
     * The key that a host has shown.
     *
     * @param host its address as known_hosts files have it
     * @param key its kind and fingerprint, such as {@code ssh-ed25519 SHA256:...}
     * @param onTrust whether no file knew it
     */
    public record Shown(String host, String key, boolean onTrust) {}

    /**
     * Adds to this file.
     *
     * @param file there already, so that the caller has made sure that it is nobody else's
     */
    public NewHostKeys(Path file) {
        this.file = file;
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** The keys so far, each host once. */
    public synchronized List<Shown> shown() {
        return List.copyOf(shown);
    }

    /** Writes the key down, on disk before anybody logs in by it. */
    synchronized void keep(String host, PublicKey key, boolean onTrust) throws IOException {
        if (shown.stream().anyMatch(one -> one.host().equals(host))) {
            return;
        }
        var line = (onTrust ? "# taken on trust: nobody has compared its fingerprint with the host's own\n" : "") + host
                + " " + PublicKeyEntry.toString(key) + "\n";
        Files.writeString(file, line, StandardCharsets.US_ASCII, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        shown.add(new Shown(host, text(key), onTrust));
    }

    /** Kind and fingerprint, as {@code ssh-keygen -l} shows them. */
    static String text(PublicKey key) {
        return KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key);
    }
}
