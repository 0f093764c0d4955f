package understudy.emulated.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.sshd.common.config.keys.KeyUtils;
import understudy.emulated.classic.ManagementHost;
import understudy.emulated.classic.OldWorld;
import understudy.emulated.ssh.SshDoor;
import understudy.emulated.windows.ClientPort;

/** Emulated nodes of Windows NT to 2003 behind a management host with a real SSH server, and the ports that clients use. */
public final class OldLab implements AutoCloseable {
    private final OldWorld world;
    private final SshDoor door;
    private final List<ClientPort> ports;
    private final Path folder;

    private OldLab(OldWorld world, SshDoor door, List<ClientPort> ports, Path folder) {
        this.world = world;
        this.door = door;
        this.ports = ports;
        this.folder = folder;
    }

    /** Opens it; the folder gets the private key {@code id} and {@code known_hosts}. */
    public static OldLab open(OldWorld world, Path folder) throws IOException {
        try {
            var key = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
            WindowsLab.write(key, folder.resolve("id"));
            var host = new ManagementHost(
                    world, Map.of(WindowsLab.ACCOUNT, UUID.randomUUID().toString()));
            var door = SshDoor.open(host, key.getPublic(), 0);
            Files.writeString(folder.resolve("known_hosts"), door.knownHostsLine() + "\n");
            List<ClientPort> ports = new ArrayList<>();
            for (boolean imap : new boolean[] {false, true}) {
                ports.add(ClientPort.open("mail", world::isServed, imap, 0));
            }
            return new OldLab(world, door, ports, folder);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK makes elliptic keys", impossible);
        }
    }

    public OldWorld world() {
        return world;
    }

    /** The SSH server of the management host. */
    public SshDoor door() {
        return door;
    }

    public Path identity() {
        return folder.resolve("id");
    }

    public int smtpPort() {
        return ports.getFirst().port();
    }

    public int imapPort() {
        return ports.getLast().port();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (ClientPort port : ports) {
            port.close();
        }
    }
}
