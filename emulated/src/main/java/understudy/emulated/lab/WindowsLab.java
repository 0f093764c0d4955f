package understudy.emulated.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import understudy.emulated.ssh.SshDoor;
import understudy.emulated.windows.ClientPort;
import understudy.emulated.windows.EmulatedNode;
import understudy.emulated.windows.winrm.WinRmListener;
import understudy.emulated.windows.winrm.WindowsVersion;
import understudy.emulated.world.MailboxServer;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** A whole emulated cluster behind real SSH and WinRM servers: the doors, what opens them, the ports that clients use. */
public final class WindowsLab implements AutoCloseable {
    /** The account that every node knows. */
    public static final String ACCOUNT = "exadmin";

    private final World world;
    private final Map<String, SshDoor> doors = new LinkedHashMap<>();
    private final WinRmDoors winrm = new WinRmDoors();
    private final Map<String, ClientPort> smtp = new LinkedHashMap<>();
    private final Map<String, ClientPort> imap = new LinkedHashMap<>();
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
            var account = LabAccount.make(folder);
            for (WindowsNode node : world.nodes()) {
                var host = new EmulatedNode(world, node, account.passwords());
                lab.doors.put(node.name(), SshDoor.open(host, account.key(), 0));
                lab.winrm.open(host, WindowsVersion.SERVER_2008);
            }
            for (MailboxServer server : world.mailboxServers()) {
                lab.smtp.put(server.name(), ClientPort.open(server, false, 0));
                lab.imap.put(server.name(), ClientPort.open(server, true, 0));
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

    /** Where a mailbox server greets by SMTP. */
    public int smtpPort(String server) {
        return port(smtp, server);
    }

    /** Where a mailbox server greets by IMAP. */
    public int imapPort(String server) {
        return port(imap, server);
    }

    static int port(Map<String, ClientPort> ports, String server) {
        var port = ports.get(server);
        if (port == null) {
            throw new IllegalArgumentException("There is no mail server " + server + ".");
        }
        return port.port();
    }

    @Override
    public void close() throws IOException {
        winrm.close();
        for (SshDoor door : doors.values()) {
            door.close();
        }
        for (ClientPort port : smtp.values()) {
            port.close();
        }
        for (ClientPort port : imap.values()) {
            port.close();
        }
    }
}
