package understudy.emulated.windows;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import understudy.emulated.powershell.Call;
import understudy.emulated.powershell.Cmdlets;
import understudy.emulated.powershell.PowerShellError;
import understudy.emulated.powershell.Properties;
import understudy.emulated.powershell.Values;
import understudy.emulated.world.Group;
import understudy.emulated.world.RestsOn;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** Get-WmiObject for the classes that show the system, its services and the cluster. */
@RestsOn(
        mark = RestsOn.Mark.GENERAL,
        value = "The classes of root\\MSCluster, their properties, and the object paths in their associations.")
final class WmiCmdlets {
    private static final DateTimeFormatter CIM =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final World world;
    private final WindowsNode node;

    private WmiCmdlets(EmulatedNode node) {
        this.world = node.world();
        this.node = node.node();
    }

    static void add(Cmdlets cmdlets, EmulatedNode node) {
        cmdlets.add("Get-WmiObject", "Class Namespace", new WmiCmdlets(node)::query);
    }

    private List<Object> query(Call call) throws PowerShellError {
        var space =
                call.value("Namespace").map(Values::text).orElse("root\\cimv2").toLowerCase(Locale.ROOT);
        var name = call.text("Class");
        return switch (space + ":" + name.toLowerCase(Locale.ROOT)) {
            case "root\\cimv2:win32_operatingsystem" ->
                List.of(new Properties("os")
                        .with("LastBootUpTime", CIM.format(world.bootOf(node)) + "+000")
                        .with("ServicePackMajorVersion", node.machine().servicePack())
                        .with("Version", "5.2.3790"));
            case "root\\cimv2:win32_service" -> services();
            case "root\\cimv2:win32_process" -> processes();
            case "root\\cimv2:win32_quickfixengineering" ->
                node.machine().fixes().stream()
                        .<Object>map(fix -> new Properties(fix).with("HotFixID", fix))
                        .toList();
            case "root\\cimv2:win32_logicaldisk" ->
                List.of(new Properties("C:")
                        .with("DeviceID", "C:")
                        .with("FreeSpace", Long.toString(node.machine().freeBytes())));
            case "root\\mscluster:mscluster_node" -> clusterNodes();
            case "root\\mscluster:mscluster_resourcegroup" -> groups();
            case "root\\mscluster:mscluster_nodetoactivegroup" -> owners();
            case "root\\mscluster:mscluster_resourcegrouptoresource" -> parts();
            case "root\\mscluster:mscluster_resource" -> resources();
            case "root\\mscluster:mscluster_resourcetopossibleowner" -> possibleOwners();
            default -> throw new PowerShellError("Get-WmiObject : Invalid class \"" + name + "\" in " + space + ".");
        };
    }

    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value = "Windows Installer's service stays for a while as msiexec.exe /V and installs nothing then.")
    private List<Object> processes() {
        return node.processes().stream()
                .<Object>map(process -> new Properties(process.program())
                        .with("Name", process.program() + (process.program().equals("Setup") ? ".com" : ".exe"))
                        .with("CommandLine", process.commandLine()))
                .toList();
    }

    private List<Object> services() {
        return node.services().stream()
                .<Object>map(service -> new Properties(service.name())
                        .with("Name", service.name())
                        .with("State", service.isRunning() ? "Running" : "Stopped")
                        .with("StartMode", service.startMode()))
                .toList();
    }

    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The numbers of MSCluster_Node.State.")
    private List<Object> clusterNodes() throws PowerShellError {
        requireCluster();
        return world.nodes().stream()
                .<Object>map(one -> new Properties(one.name())
                        .with("Name", one.name())
                        .with("State", world.isMember(one) ? (world.isPaused(one) ? 2 : 0) : 1))
                .toList();
    }

    private List<Object> groups() throws PowerShellError {
        requireCluster();
        return world.groups().stream()
                .<Object>map(group -> new Properties(group.name())
                        .with("Name", group.name())
                        .with("State", group.state().number()))
                .toList();
    }

    private List<Object> owners() throws PowerShellError {
        requireCluster();
        return world.groups().stream()
                .map(group -> link(path("Node", group.owner()), path("ResourceGroup", group.name())))
                .toList();
    }

    private List<Object> resources() throws PowerShellError {
        requireCluster();
        return world.groups().stream()
                .flatMap(group -> group.resources().stream())
                .<Object>map(resource -> new Properties(resource.name())
                        .with("Name", resource.name())
                        .with("Type", resource.type()))
                .toList();
    }

    private List<Object> parts() throws PowerShellError {
        requireCluster();
        List<Object> links = new ArrayList<>();
        for (Group group : world.groups()) {
            group.resources()
                    .forEach(resource ->
                            links.add(link(path("ResourceGroup", group.name()), path("Resource", resource.name()))));
        }
        return links;
    }

    private List<Object> possibleOwners() throws PowerShellError {
        requireCluster();
        List<Object> links = new ArrayList<>();
        for (Group group : world.groups()) {
            group.resources()
                    .forEach(resource -> resource.possibleOwners()
                            .forEach(owner -> links.add(link(path("Resource", resource.name()), path("Node", owner)))));
        }
        return links;
    }

    private static Object link(String group, String part) {
        return new Properties(group).with("GroupComponent", group).with("PartComponent", part);
    }

    private static String path(String kind, String name) {
        return "MSCluster_" + kind + ".Name=\"" + name + "\"";
    }

    private void requireCluster() throws PowerShellError {
        if (!world.isClustered() || !world.isMember(node)) {
            throw new PowerShellError("Get-WmiObject : The Cluster service on " + node.name() + " does not run.");
        }
    }
}
