package understudy.emulated.bigfix;

import java.util.List;
import understudy.emulated.world.Group;
import understudy.emulated.world.RestsOn;
import understudy.emulated.world.Service;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** A node as an agent on it sees it. */
public record Machine(World world, WindowsNode node) {
    /** The registry key that tells the version of Windows. */
    static final String WINDOWS_KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

    static final String UPDATES_KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Updates";
    static final String DOT_NET_KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full";
    private static final String PENDING_KEY = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager";
    private static final String PENDING = "PendingFileRenameOperations";

    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value = "Where task 110 puts its scripts, and the name of the service of 123.")
    static final String SCRIPTS = "C:\\Program Files\\BigFix Enterprise\\Cluster Control\\clusctl.vbs";

    static final String MOVER = "ExchangeClusterManager";

    /** {@code 5.2} for Windows Server 2003, {@code 6.0} for 2008. */
    String windows() {
        return node.registry().value(WINDOWS_KEY, "CurrentVersion").orElse("5.2");
    }

    boolean is2003() {
        return windows().startsWith("5.");
    }

    boolean hasScripts() {
        return node.file(SCRIPTS).isPresent();
    }

    boolean hasMover() {
        return node.service(MOVER).filter(Service::isRunning).isPresent();
    }

    boolean hasDotNet() {
        return node.registry().value(DOT_NET_KEY, "Install").isPresent();
    }

    boolean isMember() {
        return world.isMember(node);
    }

    boolean isPaused() {
        return isMember() && world.isPaused(node);
    }

    List<Group> owned() {
        return world.groups().stream()
                .filter(group -> group.owner().equals(node.name()))
                .toList();
    }

    boolean hasMailboxServer() {
        return owned().stream()
                .anyMatch(group -> world.mailboxServer(group.name()).isPresent());
    }

    boolean awaitsRestart() {
        return node.registry().value(PENDING_KEY, PENDING).isPresent();
    }

    void askForRestart() {
        node.registry().set(PENDING_KEY, PENDING, "\\??\\C:\\Windows\\Temp\\kb.tmp");
    }

    /** What an update is at: empty, {@code pending} or {@code installed}. */
    String update(String name) {
        return node.registry().value(UPDATES_KEY, name).orElse("");
    }

    void update(String name, String state) {
        node.registry().set(UPDATES_KEY, name, state);
    }

    /** The node has started: what awaited that is in force. */
    void started() {
        for (String name : node.registry().names(UPDATES_KEY)) {
            if (update(name).equals("pending")) {
                update(name, "installed");
            }
        }
    }
}
