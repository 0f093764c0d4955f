package understudy.emulated.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Map;
import java.util.UUID;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/** The one account of a lab, with a key that opens its SSH servers and a password that opens its WinRM listeners. */
final class LabAccount {
    private final PublicKey key;
    private final String password;

    private LabAccount(PublicKey key, String password) {
        this.key = key;
        this.password = password;
    }

    /** A new one; the folder gets its private key {@code id} and its {@code password}, which only their owner reads. */
    static LabAccount make(Path folder) throws IOException, GeneralSecurityException {
        var pair = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        try (var out = Files.newOutputStream(secret(folder.resolve("id")))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "emulated cluster", null, out);
        }
        var password = UUID.randomUUID().toString();
        Files.writeString(secret(folder.resolve("password")), password + "\n");
        return new LabAccount(pair.getPublic(), password);
    }

    PublicKey key() {
        return key;
    }

    /** What a node asks for of whom. */
    Map<String, String> passwords() {
        return Map.of(WindowsLab.ACCOUNT, password);
    }

    private static Path secret(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
