package understudy.emulated.bigfix;

import java.util.ArrayList;
import java.util.List;
import understudy.emulated.world.Build;
import understudy.emulated.world.Group;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.Timing;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;
import understudy.emulated.world.WorldClock;

/** Worlds to begin with: a cluster of Windows Server 2003 or 2008 with a file share, or with Exchange 2007, whose nodes have agents. */
public final class WindowsCluster {
    /** The group that serves files. */
    public static final String FILES = "FILES";

    private WindowsCluster() {}

    /** The version of Windows on every node. */
    public enum Windows {
        SERVER_2003("5.2"),
        SERVER_2008("6.0");

        private final String number;

        Windows(String number) {
            this.number = number;
        }
    }

    /** Nodes NODEA, NODEB and so on, a group of files on the first. */
    public static World files(int count, Windows windows, Timing timing, WorldClock clock) {
        var world = new World(clock, timing);
        List<String> names = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            names.add("NODE" + (char) ('A' + at));
        }
        names.forEach(world::addNode);
        world.addGroup("Cluster Group", names.getLast(), List.of(resource("Cluster Name", "Network Name", names)));
        world.addGroup(
                FILES,
                names.getFirst(),
                List.of(resource("Disk F:", "Physical Disk", names), resource("Share", "File Share", names)));
        return furnished(world, windows);
    }

    /** Exchange 2007 on a single copy cluster. */
    public static World exchange(int count, Windows windows, Timing timing, WorldClock clock) {
        return furnished(SingleCopyCluster.of(count, timing, clock), windows);
    }

    /** Exchange 2007 at that version on a single copy cluster of two nodes. */
    public static World exchange(Build version, Windows windows, Timing timing, WorldClock clock) {
        return furnished(SingleCopyCluster.of(new SingleCopyCluster.Shape(2, 1, version), timing, clock), windows);
    }

    private static Group.Resource resource(String name, String type, List<String> owners) {
        return new Group.Resource(name, type, List.copyOf(owners));
    }

    private static World furnished(World world, Windows windows) {
        for (WindowsNode node : world.nodes()) {
            node.registry().set(Machine.WINDOWS_KEY, "CurrentVersion", windows.number);
        }
        return world;
    }

    /** What an administrator does once: the cluster control scripts, .NET 4.0 and the service that moves mailbox servers, everywhere. */
    public static World prepared(World world) {
        for (WindowsNode node : world.nodes()) {
            node.write(Machine.SCRIPTS, new byte[] {1});
            node.registry().set(Machine.DOT_NET_KEY, "Install", "1");
            node.add(new understudy.emulated.world.Service(Machine.MOVER, true, "Auto", false));
        }
        return world;
    }
}
