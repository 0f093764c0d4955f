package understudy.remote.ssh;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javax.security.auth.login.LoginException;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.util.security.SecurityUtils;
import understudy.remote.Cause;

/** Reads the key and the certificate that an identity names, or says in one sentence why they cannot be used. */
final class Identities {
    private static final long MOST_BYTES = 64 << 10;

    private Identities() {}

    /** The key pairs to offer from files, the certified one first; empty where the agent holds the key. */
    static List<KeyPair> load(SshIdentity identity) throws ConnectFailure {
        if (identity.keyFile().isEmpty()) {
            return List.of();
        }
        var file = identity.keyFile().get();
        if (identity.agentSocket().isPresent()) {
            return List.of();
        }
        refuseIfOthersMayRead(file);
        var pair = pair(file, text(file, "private key"));
        if (identity.certificate().isEmpty()) {
            return List.of(pair);
        }
        return List.of(new KeyPair(certificate(identity.certificate().get()), pair.getPrivate()), pair);
    }

    /** The one public key that the agent is to offer, where the identity names a key file. */
    static Optional<PublicKey> onlyKeyOfAgent(SshIdentity identity) throws IOException, GeneralSecurityException {
        if (identity.keyFile().isEmpty()) {
            return Optional.empty();
        }
        var file = Path.of(identity.keyFile().get() + ".pub");
        return Optional.of(publicKey(Files.readString(file)));
    }

    static OpenSshCertificate certificate(Path file) throws ConnectFailure {
        try {
            if (publicKey(text(file, "certificate")) instanceof OpenSshCertificate certificate) {
                return usable(file, certificate);
            }
        } catch (IOException | GeneralSecurityException | RuntimeException odd) {
            throw new ConnectFailure(
                    "The SSH certificate " + file + " cannot be read (" + odd + "): name a -cert.pub file.", odd);
        }
        throw new ConnectFailure(
                "The file " + file + " holds a plain public key, not a certificate: name the -cert.pub file.");
    }

    private static OpenSshCertificate usable(Path file, OpenSshCertificate certificate) throws ConnectFailure {
        if (certificate.getType() != OpenSshCertificate.Type.USER) {
            throw new ConnectFailure("The SSH certificate " + file + " is one for hosts, not for users: name another.");
        }
        if (!OpenSshCertificate.isValidNow(certificate)) {
            throw new ConnectFailure("The SSH certificate " + file
                    + " has expired or is not valid yet: have your authority sign the key again.");
        }
        return certificate;
    }

    private static PublicKey publicKey(String text) throws IOException, GeneralSecurityException {
        return PublicKeyEntry.parsePublicKeyEntry(text.strip())
                .resolvePublicKey(null, null, PublicKeyEntryResolver.FAILING);
    }

    private static KeyPair pair(Path file, String text) throws ConnectFailure {
        try {
            var pairs = SecurityUtils.getKeyPairResourceParser()
                    .loadKeyPairs(null, NamedResource.ofName(file.toString()), FilePasswordProvider.EMPTY, text);
            if (!pairs.isEmpty()) {
                return pairs.iterator().next();
            }
        } catch (IOException | GeneralSecurityException | RuntimeException odd) {
            if (isEncrypted(text, odd)) {
                throw new ConnectFailure(
                        "The private key " + file
                                + " is encrypted, and no passphrase is asked for here: load it into an SSH agent (ssh-add "
                                + file
                                + ") and let the inventory use the agent.",
                        odd);
            }
            throw new ConnectFailure(
                    "The private key " + file + " cannot be read (" + odd + "): name an OpenSSH or PEM private key.",
                    odd);
        }
        throw new ConnectFailure("The file " + file + " holds no private key: name an OpenSSH or PEM private key.");
    }

    private static boolean isEncrypted(String text, Exception odd) {
        return Cause.has(odd, LoginException.class) || text.contains("ENCRYPTED");
    }

    private static String text(Path file, String what) throws ConnectFailure {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ConnectFailure("The " + what + " " + file + " is larger than 64 KiB: name the right file.");
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new ConnectFailure("The " + what + " " + file + " cannot be read: " + unreadable + ".", unreadable);
        }
    }

    private static void refuseIfOthersMayRead(Path file) throws ConnectFailure {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            var others = EnumSet.range(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_EXECUTE);
            others.retainAll(Files.getPosixFilePermissions(file));
            if (!others.isEmpty()) {
                throw new ConnectFailure("The private key " + file
                        + " is open to other accounts of this machine, so it is not used: chmod 600 " + file + ".");
            }
        } catch (IOException unreadable) {
            throw new ConnectFailure("The private key " + file + " cannot be read: " + unreadable + ".", unreadable);
        }
    }
}
