package understudy.emulated.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import understudy.emulated.windows.ClientPort;
import understudy.emulated.windows.EmulatedNode;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** A whole emulated cluster behind real SSH servers: the doors, a key for them, the ports that clients use. */
public final class SshLab implements AutoCloseable {
    /** The account that every node knows. */
    public static final String ACCOUNT = "exadmin";

    private final World world;
    private final Map<String, SshDoor> doors = new LinkedHashMap<>();
    private final List<ClientPort> ports = new ArrayList<>();
    private final Path folder;

    private SshLab(World world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    /** Opens it; the folder gets the private key {@code id} and the file {@code known_hosts}. */
    public static SshLab open(World world, Path folder) throws IOException {
        var lab = new SshLab(world, folder);
        try {
            var key = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
            write(key, folder.resolve("id"));
            for (WindowsNode node : world.nodes()) {
                var host = new EmulatedNode(
                        world, node, Map.of(ACCOUNT, java.util.UUID.randomUUID().toString()));
                lab.doors.put(node.name(), SshDoor.open(host, key.getPublic(), 0));
            }
            for (boolean imap : new boolean[] {false, true}) {
                lab.ports.add(ClientPort.open(
                        world.group(SingleCopyCluster.MAILBOX_SERVER).orElseThrow(), imap, 0));
            }
            Files.write(
                    folder.resolve("known_hosts"),
                    lab.doors.values().stream().map(SshDoor::knownHostsLine).toList());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK makes elliptic keys", impossible);
        }
        world.watchPower((node, on) -> lab.door(node.name()).power(on));
        return lab;
    }

    public World world() {
        return world;
    }

    /** The SSH server of a node. */
    public SshDoor door(String node) {
        var door = doors.get(node);
        if (door == null) {
            throw new IllegalArgumentException("There is no node " + node + ".");
        }
        return door;
    }

    /** The private key with which every node is entered. */
    public Path identity() {
        return folder.resolve("id");
    }

    /** The host keys of all nodes. */
    public Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    public int smtpPort() {
        return ports.getFirst().port();
    }

    public int imapPort() {
        return ports.getLast().port();
    }

    private static void write(KeyPair pair, Path file) throws IOException, GeneralSecurityException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "emulated cluster", null, out);
        }
    }

    @Override
    public void close() throws IOException {
        for (SshDoor door : doors.values()) {
            door.close();
        }
        for (ClientPort port : ports) {
            port.close();
        }
    }
}
