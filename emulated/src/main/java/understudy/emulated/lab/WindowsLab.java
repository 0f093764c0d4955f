package understudy.emulated.lab;

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
import java.util.UUID;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import understudy.emulated.ssh.SshDoor;
import understudy.emulated.windows.ClientPort;
import understudy.emulated.windows.EmulatedNode;
import understudy.emulated.windows.winrm.WinRmListener;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** A whole emulated cluster behind real SSH and WinRM servers: the doors, what opens them, the ports that clients use. */
public final class WindowsLab implements AutoCloseable {
    /** The account that every node knows. */
    public static final String ACCOUNT = "exadmin";

    private final World world;
    private final Map<String, SshDoor> doors = new LinkedHashMap<>();
    private final WinRmDoors winrm = new WinRmDoors();
    private final List<ClientPort> ports = new ArrayList<>();
    private final Path folder;

    private WindowsLab(World world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    /**
     * Opens it; the folder gets the private key {@code id}, the account's {@code password}, and what the nodes are known by: {@code known_hosts}
     * and {@code authorities.pem}.
     */
    public static WindowsLab open(World world, Path folder) throws IOException {
        var lab = new WindowsLab(world, folder);
        try {
            var key = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
            write(key, folder.resolve("id"));
            var password = UUID.randomUUID().toString();
            Files.writeString(secret(folder.resolve("password")), password + "\n");
            for (WindowsNode node : world.nodes()) {
                var host = new EmulatedNode(world, node, Map.of(ACCOUNT, password));
                lab.doors.put(node.name(), SshDoor.open(host, key.getPublic(), 0));
                lab.winrm.open(host);
            }
            for (boolean imap : new boolean[] {false, true}) {
                lab.ports.add(ClientPort.open(
                        world.group(SingleCopyCluster.MAILBOX_SERVER).orElseThrow(), imap, 0));
            }
            Files.write(
                    folder.resolve("known_hosts"),
                    lab.doors.values().stream().map(SshDoor::knownHostsLine).toList());
            lab.winrm.writeAuthorities(folder.resolve("authorities.pem"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK makes elliptic keys", impossible);
        }
        world.watchPower((node, on) -> {
            lab.door(node.name()).power(on);
            if (!on) {
                lab.winrm.losePower(node.name());
            }
        });
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

    /** The WinRM listener of a node, on HTTPS or on HTTP. */
    public WinRmListener winrm(String node, boolean tls) {
        return winrm.of(node, tls);
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

    static void write(KeyPair pair, Path file) throws IOException, GeneralSecurityException {
        try (var out = Files.newOutputStream(secret(file))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "emulated cluster", null, out);
        }
    }

    /** An empty file that only its owner reads. */
    private static Path secret(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    @Override
    public void close() throws IOException {
        winrm.close();
        for (SshDoor door : doors.values()) {
            door.close();
        }
        for (ClientPort port : ports) {
            port.close();
        }
    }
}
