package understudy.remote.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.jspecify.annotations.Nullable;

/** An SSH server on a loopback port that runs real commands by /bin/sh, with a folder for its keys. */
final class TestingSshServer implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final Path folder;
    private final KeyPair clientKey;
    private final KeyPair hostKey;
    private final List<PublicKey> authorities = new ArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final int port;

    TestingSshServer(Path folder) throws IOException, GeneralSecurityException {
        this(folder, newKey(), newKey(), 0);
    }

    TestingSshServer(Path folder, KeyPair clientKey, KeyPair hostKey, int port) throws IOException {
        this.folder = folder;
        this.clientKey = clientKey;
        this.hostKey = hostKey;
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator((user, key, session) -> isWelcome(key));
        server.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
        server.setCommandFactory((channel, line) -> {
            lines.add(line);
            return new ShellProcess(line);
        });
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        server.start();
        this.port = server.getPort();
    }

    SshServer server() {
        return server;
    }

    int port() {
        return port;
    }

    KeyPair hostKey() {
        return hostKey;
    }

    KeyPair clientKey() {
        return clientKey;
    }

    /** The lines that were run, as they came over the wire. */
    List<String> lines() {
        return lines;
    }

    SshEndpoint endpoint() {
        return new SshEndpoint("root", "127.0.0.1", port);
    }

    SshSettings settings() throws IOException, GeneralSecurityException {
        return new SshSettings(endpoint(), SshIdentity.key(keyFile()), knownHosts(knownHostsLine()));
    }

    String knownHostsLine() {
        return endpoint().knownHostsName() + " " + PublicKeyEntry.toString(hostKey.getPublic());
    }

    Path knownHosts(String... content) throws IOException {
        return Files.write(folder.resolve("known_hosts-" + port), List.of(content));
    }

    Path keyFile() throws IOException, GeneralSecurityException {
        return write(clientKey, folder.resolve("key-" + port));
    }

    /** From now on certificates of this authority are welcome, the plain key no more. */
    void welcomeOnlyCertificatesOf(PublicKey authority) {
        authorities.add(authority);
    }

    /** Cuts every connection as a power cut would: nothing is said any more. */
    void cut() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    static KeyPair newKey(String type) throws GeneralSecurityException {
        return type.equals("ssh-rsa") ? Rsa.PAIR : KeyUtils.generateKeyPair(type, 256);
    }

    static KeyPair newKey() throws GeneralSecurityException {
        return newKey("ssh-ed25519");
    }

    static Path write(KeyPair pair, Path file) throws IOException, GeneralSecurityException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "a test", null, out);
        }
        Files.writeString(Path.of(file + ".pub"), PublicKeyEntry.toString(pair.getPublic()) + "\n");
        return file;
    }

    private boolean isWelcome(@Nullable PublicKey key) {
        if (authorities.isEmpty()) {
            return KeyUtils.compareKeys(clientKey.getPublic(), key);
        }
        return key instanceof OpenSshCertificate certificate
                && authorities.stream()
                        .anyMatch(authority -> KeyUtils.compareKeys(authority, certificate.getCaPubKey()));
    }

    /** One RSA key for all tests, for it takes long to make; by the JDK, since Bouncy Castle takes ten times as long. */
    private static final class Rsa {
        static final KeyPair PAIR = make();

        private static KeyPair make() {
            try {
                var generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every JDK makes RSA keys", impossible);
            }
        }
    }
}
