package understudy.emulated.world;

import java.util.List;

/** A world to begin with: Exchange 2007 on one server without a cluster, the service pack and the rollup ready on its disk. */
public final class AloneServer {
    /** The server's name. */
    public static final String NAME = "MAIL1";

    private AloneServer() {}

    /** With binaries of that version. */
    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The names of a mailbox server's own services without a cluster.")
    public static World of(Build version, Timing timing, WorldClock clock) {
        var world = new World(clock, timing);
        world.standsAlone();
        var node = world.addNode(NAME);
        Furnishing.furnish(node, version);
        for (String service : AloneServices.NAMES) {
            node.add(new Service(service, true, "Auto", false));
        }
        node.add(new Service("SharedAccess", false, "Manual", false));
        world.addMailboxServer(world.addGroup(NAME, NAME, List.of()), version);
        return world;
    }
}
