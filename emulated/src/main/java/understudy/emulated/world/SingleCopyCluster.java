package understudy.emulated.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A world to begin with: Exchange 2007 on a single copy cluster, one mailbox server on the first node, SP1 ready on every disk. */
public final class SingleCopyCluster {
    /** The mailbox server's name, and its group's. */
    public static final String MAILBOX_SERVER = "EXCLUS1";

    /** Where the service pack lies on every node. */
    public static final String MEDIUM = "C:\\Media\\E2K7SP1\\Setup.com";

    /** The scheduled task that an administrator has made for the jobs of the tool under its own account. */
    public static final String TASK = "Understudy";

    private static final String TASK_COMMAND = "powershell -NoProfile -NonInteractive -Command"
            + " \"Invoke-Expression ([IO.File]::ReadAllText('C:\\Understudy\\runner.ps1'))\"";

    private SingleCopyCluster() {}

    /** What stands in the medium's first file, so that its digest can be known. */
    public static byte[] mediumContent() {
        return "Exchange Server 2007 Service Pack 1, Setup.com, as the emulation has it\r\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Two nodes or more, NODEA, NODEB and so on, in a time that passes so many times as fast as ours. */
    public static World of(int count, Timing timing, double speed) {
        return of(count, timing, new ScaledClock(Instant.now(), speed));
    }

    /** The same in any time. */
    public static World of(int count, Timing timing, WorldClock clock) {
        if (count < 2 || count > 8) {
            throw new IllegalArgumentException("A single copy cluster has 2 to 8 nodes, not " + count + ".");
        }
        var world = new World(clock, timing);
        List<String> names = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            names.add("NODE" + (char) ('A' + at));
        }
        names.forEach(name -> furnish(world.addNode(name)));
        world.addGroup(
                "Cluster Group",
                names.getLast(),
                resources("", names, "Cluster Name", "Cluster IP Address", "Disk Q:"));
        world.addMailboxServer(
                world.addGroup(
                        MAILBOX_SERVER,
                        names.getFirst(),
                        resources(
                                MAILBOX_SERVER,
                                names,
                                "Microsoft Exchange Information Store",
                                "Microsoft Exchange System Attendant",
                                "Physical Disk")),
                Build.RTM);
        return world;
    }

    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The names of the types of a mailbox server's resources.")
    private static List<Group.Resource> resources(String prefix, List<String> owners, String... types) {
        return java.util.Arrays.stream(types)
                .map(type -> new Group.Resource(
                        prefix.isEmpty() ? type : type + " (" + prefix + ")", type, List.copyOf(owners)))
                .toList();
    }

    private static void furnish(WindowsNode node) {
        node.add(new Service("SysmonLog", true, "Auto", true));
        node.add(new Service("MOM", true, "Auto", true));
        node.add(new Service("RemoteRegistry", true, "Auto", false));
        node.add(new Service("ClusSvc", true, "Auto", false));
        var registry = node.registry();
        registry.set(
                "HKLM:\\SOFTWARE\\Microsoft\\Exchange\\Setup",
                "MsiInstallPath",
                "C:\\Program Files\\Microsoft\\Exchange Server");
        registry.set(WindowsNode.ROLE_KEY, "ConfiguredVersion", Build.RTM.toString());
        registry.set(WindowsNode.ROLE_KEY, "UnpackedVersion", Build.RTM.toString());
        registry.make(WindowsNode.PENDING_KEY);
        node.write(WindowsNode.binariesPath(), new byte[] {0}, Build.RTM);
        node.write(MEDIUM, mediumContent(), Build.SP1);
        node.tasks().put(TASK, TASK_COMMAND);
    }
}
