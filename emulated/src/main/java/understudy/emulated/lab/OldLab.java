package understudy.emulated.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import understudy.emulated.classic.ManagementHost;
import understudy.emulated.classic.OldNode;
import understudy.emulated.classic.OldWorld;
import understudy.emulated.ssh.SshDoor;
import understudy.emulated.windows.ClientPort;
import understudy.emulated.windows.winrm.WinRmListener;
import understudy.emulated.windows.winrm.WindowsVersion;

/** Emulated nodes of Windows NT to 2003 behind a management host with real SSH and WinRM servers, and the ports that clients use. */
public final class OldLab implements AutoCloseable {
    private final OldWorld world;
    private final ManagementHost host;
    private final SshDoor door;
    private final WinRmDoors winrm;
    private final Map<String, ClientPort> smtp = new LinkedHashMap<>();
    private final Map<String, ClientPort> imap = new LinkedHashMap<>();

    private OldLab(OldWorld world, ManagementHost host, SshDoor door, WinRmDoors winrm) {
        this.world = world;
        this.host = host;
        this.door = door;
        this.winrm = winrm;
    }

    /**
     * Opens it; the folder gets the private key {@code id}, the account's {@code password}, and what the management host is known by:
     * {@code known_hosts} and {@code authorities.pem}. The management host is a Windows that puts cmd.exe in front of what comes by WinRM.
     */
    public static OldLab open(OldWorld world, Path folder) throws IOException {
        try {
            var account = LabAccount.make(folder);
            var host = new ManagementHost(world, account.passwords());
            var winrm = new WinRmDoors();
            var lab = new OldLab(world, host, SshDoor.open(host, account.key(), 0), winrm);
            winrm.open(host, WindowsVersion.SERVER_2012_R2);
            winrm.writeAuthorities(folder.resolve("authorities.pem"));
            Files.writeString(folder.resolve("known_hosts"), lab.door.knownHostsLine() + "\n");
            for (String server : lab.servers()) {
                lab.smtp.put(server, ClientPort.open(server, () -> world.isServed(server), false, 0));
                lab.imap.put(server, ClientPort.open(server, () -> world.isServed(server), true, 0));
            }
            return lab;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK makes elliptic keys", impossible);
        }
    }

    public OldWorld world() {
        return world;
    }

    /** What has clients: the virtual servers' groups, or the server without a cluster. */
    public List<String> servers() {
        return world.isClustered()
                ? world.virtualServers().stream()
                        .map(server -> server.group().name())
                        .toList()
                : world.nodes().stream().map(OldNode::name).toList();
    }

    /** The SSH server of the management host. */
    public SshDoor door() {
        return door;
    }

    /** The WinRM listener of the management host, on HTTPS or on HTTP. */
    public WinRmListener winrm(boolean tls) {
        return winrm.of(host.name(), tls);
    }

    /** Where a server greets by SMTP. */
    public int smtpPort(String server) {
        return WindowsLab.port(smtp, server);
    }

    /** Where a server greets by IMAP. */
    public int imapPort(String server) {
        return WindowsLab.port(imap, server);
    }

    @Override
    public void close() throws IOException {
        winrm.close();
        door.close();
        for (ClientPort port : smtp.values()) {
            port.close();
        }
        for (ClientPort port : imap.values()) {
            port.close();
        }
    }
}
