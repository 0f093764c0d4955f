package understudy.emulated.world;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What stands on every node of a world at its beginning. */
final class Furnishing {
    private static final String TASK_COMMAND = "powershell -NoProfile -NonInteractive -Command"
            + " \"Invoke-Expression ([IO.File]::ReadAllText('C:\\Understudy\\runner.ps1'))\"";
    private static final String TCPIP = "HKLM:\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";

    private Furnishing() {}

    /** NODEA, NODEB and so on. */
    static List<String> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> "NODE" + (char) ('A' + at))
                .toList();
    }

    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The names of the types of a mailbox server's resources.")
    static List<Group.Resource> resources(String prefix, List<String> owners, String... types) {
        return Arrays.stream(types)
                .map(type -> new Group.Resource(
                        prefix.isEmpty() ? type : type + " (" + prefix + ")", type, List.copyOf(owners)))
                .toList();
    }

    /** The same as a node of a cluster. */
    static void furnishMember(WindowsNode node, Build binaries) {
        furnish(node, binaries);
        node.add(new Service("ClusSvc", true, "Auto", false));
    }

    /** A node with Exchange of that version, ready for the service pack and the rollup. */
    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The names of Exchange's services and how they start.")
    static void furnish(WindowsNode node, Build binaries) {
        node.add(new Service("SysmonLog", true, "Auto", true));
        node.add(new Service("MOM", true, "Auto", true));
        node.add(new Service("RemoteRegistry", true, "Auto", false));
        node.add(new Service("MSExchangeServiceHost", true, "Auto", false));
        node.add(new Service("MSExchangeSearch", true, "Auto", false));
        node.add(new Service("MSExchangeMonitoring", false, "Manual", false));
        node.add(new Service("MSExchangeTransportLogSearch", false, "Disabled", false));
        installed(node, binaries);
        node.registry().make(WindowsNode.PENDING_KEY);
        node.registry().set(TCPIP, "Hostname", node.name().toLowerCase(java.util.Locale.ROOT));
        node.registry().set(TCPIP, "Domain", "example.com");
        node.registry().set("HKLM:\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v2.0.50727", "SP", "1");
        node.write(SingleCopyCluster.MEDIUM, SingleCopyCluster.mediumContent(), Build.SP1);
        node.write(ReplicatedCluster.ROLLUP, ReplicatedCluster.rollupContent(), Build.SP1_ROLLUP1);
        node.tasks().put(SingleCopyCluster.TASK, TASK_COMMAND);
    }

    private static void installed(WindowsNode node, Build binaries) {
        var registry = node.registry();
        registry.set(
                "HKLM:\\SOFTWARE\\Microsoft\\Exchange\\Setup",
                "MsiInstallPath",
                "C:\\Program Files\\Microsoft\\Exchange Server");
        registry.set(WindowsNode.ROLE_KEY, "ConfiguredVersion", binaries.toString());
        registry.set(WindowsNode.ROLE_KEY, "UnpackedVersion", binaries.toString());
        node.write(WindowsNode.binariesPath(), new byte[] {0}, binaries);
    }
}
