package understudy.emulated.world;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A world to begin with: Exchange 2007 with cluster continuous replication, two nodes with a copy of the data each, and a file share witness. */
public final class ReplicatedCluster {
    /** Where an update rollup lies on every node. */
    public static final String ROLLUP = "C:\\Media\\SP1RU1\\Exchange2007-KB945684-x64-EN.msp";

    /** The share whose vote decides where one of the nodes is away. */
    public static final String WITNESS = "\\\\HUB1\\MNS_FSW_MAIL";

    /** The resource that has the quorum. */
    public static final String QUORUM = "Majority Node Set";

    private ReplicatedCluster() {}

    /** What stands in the rollup, so that its digest can be known. */
    public static byte[] rollupContent() {
        return "Update rollup 1 for Exchange Server 2007 Service Pack 1, as the emulation has it\r\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** NODEA and NODEB; the mailbox server is on the first, the cluster group on the second. */
    public static World of(Build version, Timing timing, WorldClock clock) {
        var world = new World(clock, timing);
        List<String> names = Furnishing.names(2);
        for (String name : names) {
            var node = world.addNode(name);
            Furnishing.furnishMember(node, version);
            node.add(new Service("MSExchangeRepl", true, "Auto", false));
            node.add(new Service("SharedAccess", false, "Manual", false));
            node.write(WITNESS, new byte[0]);
        }
        world.addGroup(
                "Cluster Group",
                names.getLast(),
                Furnishing.resources("", names, "Cluster Name", "Cluster IP Address", QUORUM));
        world.addReplicatedServer(
                world.addGroup(
                        SingleCopyCluster.MAILBOX_SERVER,
                        names.getFirst(),
                        Furnishing.resources(
                                SingleCopyCluster.MAILBOX_SERVER,
                                names,
                                "Microsoft Exchange Information Store",
                                "Microsoft Exchange System Attendant")),
                version);
        return world;
    }
}
