package understudy.emulated.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.jspecify.annotations.Nullable;
import understudy.emulated.windows.CommandHost;

/** The SSH server of one node: it keeps its port and its host key while the node goes down and comes back. */
public final class SshDoor implements AutoCloseable {
    private final CommandHost host;
    private final PublicKey welcome;
    private final KeyPair hostKey;
    private int port;
    private @Nullable SshServer server;

    private SshDoor(CommandHost host, PublicKey welcome, KeyPair hostKey, int port) {
        this.host = host;
        this.welcome = welcome;
        this.hostKey = hostKey;
        this.port = port;
    }

    /**
     * Opens it on loopback.
     *
     * @param welcome the key with which whoever knows an account of the node may log on
     * @param port 0 for any that is free
     */
    public static SshDoor open(CommandHost host, PublicKey welcome, int port) throws IOException {
        try {
            var door = new SshDoor(host, welcome, KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256), port);
            door.listen();
            return door;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK makes elliptic keys", impossible);
        }
    }

    /** The port on 127.0.0.1. */
    public synchronized int port() {
        return port;
    }

    /** What a known_hosts file says of it. */
    public String knownHostsLine() {
        return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(hostKey.getPublic());
    }

    /** The node loses its power, or gets it back. */
    public void power(boolean on) {
        try {
            if (on) {
                listen();
            } else {
                close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The SSH server of " + host.name() + " does not follow its node's power.", failed);
        }
    }

    /** Cuts every connection, as a broken line does; new ones are welcome. */
    public synchronized void cut() {
        var now = server;
        if (now != null) {
            now.getActiveSessions().forEach(session -> session.close(true));
        }
    }

    private synchronized void listen() throws IOException {
        var made = SshServer.setUpDefaultServer();
        made.setHost("127.0.0.1");
        made.setPort(port);
        made.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        made.setPublickeyAuthenticator(
                (user, key, session) -> host.password(user).isPresent() && KeyUtils.compareKeys(welcome, key));
        made.setPasswordAuthenticator((user, password, session) ->
                host.password(user).filter(password::equals).isPresent());
        made.setCommandFactory(
                (channel, line) -> new HostCommand(host, channel.getSession().getUsername(), line));
        CoreModuleProperties.TCP_NODELAY.set(made, true);
        made.start();
        port = made.getPort();
        server = made;
    }

    @Override
    public synchronized void close() throws IOException {
        var now = server;
        server = null;
        if (now != null) {
            now.stop(true);
        }
    }
}
