package understudy.emulated.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A world to begin with: Exchange 2007 on a single copy cluster, one mailbox server on the first node, SP1 ready on every disk. */
public final class SingleCopyCluster {
    /** The mailbox server's name, and its group's. */
    public static final String MAILBOX_SERVER = "EXCLUS1";

    /** Where the service pack lies on every node. */
    public static final String MEDIUM = "C:\\Media\\E2K7SP1\\Setup.com";

    /** The scheduled task that an administrator has made for the jobs of the tool under its own account. */
    public static final String TASK = "Understudy";

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
        return of(new Shape(count, 1, Build.RTM), timing, clock);
    }

    /**
     * How it is made up.
     *
     * @param servers mailbox servers, EXCLUS1, EXCLUS2 and so on, one on each of the first nodes
     * @param version of binaries and mailbox servers
     */
    public record Shape(int nodes, int servers, Build version) {
        public Shape {
            if (nodes < 2 || nodes > 8 || servers < 1 || servers > nodes) {
                throw new IllegalArgumentException("A single copy cluster has 2 to 8 nodes and at most as many mailbox"
                        + " servers, not " + nodes + " and " + servers + ".");
            }
        }
    }

    /** The same in any shape. */
    public static World of(Shape shape, Timing timing, WorldClock clock) {
        var world = new World(clock, timing);
        List<String> names = Furnishing.names(shape.nodes());
        names.forEach(name -> Furnishing.furnishMember(world.addNode(name), shape.version()));
        world.addGroup(
                "Cluster Group",
                names.getLast(),
                Furnishing.resources("", names, "Cluster Name", "Cluster IP Address", "Disk Q:"));
        for (int server = 1; server <= shape.servers(); server++) {
            String name = "EXCLUS" + server;
            world.addMailboxServer(
                    world.addGroup(
                            name,
                            names.get(server - 1),
                            Furnishing.resources(
                                    name,
                                    names,
                                    "Microsoft Exchange Information Store",
                                    "Microsoft Exchange System Attendant",
                                    "Physical Disk")),
                    shape.version());
        }
        return world;
    }
}
