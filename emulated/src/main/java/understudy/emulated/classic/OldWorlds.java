package understudy.emulated.classic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import understudy.emulated.classic.OldGroup.Resource;
import understudy.emulated.world.RestsOn;
import understudy.emulated.world.Service;
import understudy.emulated.world.WorldClock;

/** Worlds to begin with: clusters with one or two virtual servers, or one server alone; the patches are ready on every disk. */
public final class OldWorlds {
    /** The name of the cluster on the network. */
    public static final String CLUSTER = "MAILCLUS";

    /** The scheduled task that an administrator has made for the jobs of the tool under its own account. */
    public static final String TASK = "Understudy";

    /** The key of the hotfix that an Exchange 2003 service pack asks for on Windows Server 2003. */
    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value = "The registry key under which KB 831464 is listed on Windows Server 2003.")
    public static final String KB831464 = "HKLM\\SOFTWARE\\Microsoft\\Updates\\Windows Server 2003\\SP1\\KB831464";

    private static final String ADDRESS = "IP Address";
    private static final String NAME = "Network Name";
    private static final String DISK = "Physical Disk";

    private OldWorlds() {}

    /** Nodes NODEA, NODEB and so on; each of the virtual servers EVS1, EVS2 on the node of its number. */
    public static OldWorld cluster(Product product, int count, int servers, OldTiming timing, WorldClock clock) {
        if (count < 2 || count > 8 || servers < 1 || servers > count) {
            throw new IllegalArgumentException(
                    "No cluster of " + count + " nodes with " + servers + " virtual servers.");
        }
        var world = new OldWorld(clock, timing, product, true);
        List<String> names = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            names.add("NODE" + (char) ('A' + at));
        }
        names.forEach(name -> {
            var node = world.addNode(name);
            furnish(node, product);
            node.add(new Service(OldNode.CLUSTER_SERVICE, true, "Auto", false));
        });
        var cluster = new OldGroup("Cluster Group", names.getLast());
        cluster.resources.addAll(List.of(
                new Resource("Cluster IP Address", ADDRESS, List.of(), names),
                new Resource("Cluster Name", NAME, List.of("Cluster IP Address"), names),
                new Resource("Disk Q:", DISK, List.of(), names),
                new Resource(
                        "MSDTC", "Distributed Transaction Coordinator", List.of("Cluster Name", "Disk Q:"), names)));
        world.add(cluster);
        for (int at = 1; at <= servers; at++) {
            world.add(virtualServer(world, "EVS" + at, names.get(at - 1), names));
        }
        return world;
    }

    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value = "The names of the types of an Exchange virtual server's resources, and what depends on what.")
    private static OldGroup virtualServer(OldWorld world, String name, String owner, List<String> nodes) {
        var group = new OldGroup(name, owner);
        String attendant = "Exchange System Attendant (" + name + ")";
        group.resources.addAll(List.of(
                new Resource(name + " IP Address", ADDRESS, List.of(), nodes),
                new Resource(name + " Name", NAME, List.of(name + " IP Address"), nodes),
                new Resource(name + " Disk", DISK, List.of(), nodes),
                new Resource(
                        attendant,
                        "Microsoft Exchange System Attendant",
                        List.of(name + " Name", name + " Disk"),
                        nodes),
                new Resource(
                        "Exchange Information Store (" + name + ")",
                        "Microsoft Exchange Information Store",
                        List.of(attendant),
                        nodes),
                new Resource(
                        "SMTP (" + name + ")", "Microsoft Exchange SMTP Server Instance", List.of(attendant), nodes)));
        world.add(new VirtualServer(group, 1, world.product().installed()));
        return group;
    }

    /** The virtual server has so many storage groups. */
    public static void storageGroups(OldWorld world, String name, int count) {
        var server = world.virtualServer(world.group(name).orElseThrow()).orElseThrow();
        server.storageGroups = count;
    }

    /** One server without a cluster, MAIL1. */
    public static OldWorld alone(Product product, OldTiming timing, WorldClock clock) {
        var world = new OldWorld(clock, timing, product, false);
        var node = world.addNode("MAIL1");
        furnish(node, product);
        Arrays.asList("MSExchangeSA", "MSExchangeIS").forEach(name -> node.add(new Service(name, true, "Auto", false)));
        return world;
    }

    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value =
                    "The value Services under SOFTWARE\\Microsoft\\Exchange\\Setup names the folder of Exchange 5.5 to 2003.")
    private static void furnish(OldNode node, Product product) {
        node.add(new Service("SNMP", true, "Auto", false));
        node.add(new Service("SysmonLog", false, "Manual", false));
        node.add(new Service("RemoteRegistry", true, "Auto", false));
        var registry = node.registry();
        registry.set("HKLM\\SOFTWARE\\Microsoft\\Exchange\\Setup", "Services", Product.FOLDER);
        registry.set(OldNode.SESSION_MANAGER, "ProtectionMode", "1");
        registry.set("HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions", "ProductType", "ServerNT");
        registry.set(KB831464, "Installed", "1");
        node.write(OldNode.storePath(), new byte[] {0}, product.installed());
        node.write(product.servicePackPath(), Product.content(product.servicePackPath()), product.servicePack());
        node.write(product.fixPath(), Product.content(product.fixPath()), product.fix());
        node.tasks.add(TASK);
    }
}
