package understudy.emulated.world;

import java.util.List;
import java.util.Map;

/** A world to begin with: Exchange 2007 on one server without a cluster, the service pack and the rollup ready on its disk. */
public final class AloneServer {
    /** The server's name. */
    public static final String NAME = "MAIL1";

    /** How clients of each protocol log on to it: of one as on a new server, of the other as its administrator wanted it. */
    public static final Map<String, String> LOGON_TYPES = Map.of("POP3", "PlainTextLogin", "IMAP4", Setup.LOGON_TYPE);

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
        clientAccess(node);
        world.addMailboxServer(world.addGroup(NAME, NAME, List.of()), version);
        return world;
    }

    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value =
                    "The services of POP3 and IMAP4 with their logon types, of which SecureLogin is that of a new server.")
    private static void clientAccess(WindowsNode node) {
        node.registry().make(WindowsNode.EXCHANGE_KEY + "\\ClientAccessRole");
        node.add(new Service("MSExchangePOP3", true, "Auto", false));
        node.add(new Service("MSExchangeIMAP4", false, "Manual", false));
        node.machine().logonTypes().putAll(LOGON_TYPES);
    }
}
