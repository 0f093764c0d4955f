package understudy.emulated.world;

import java.util.List;

/** The services of a mailbox server without a cluster, which every installer stops while it works. */
final class AloneServices {
    /** The information store, and the System Attendant. */
    static final List<String> NAMES = List.of("MSExchangeIS", "MSExchangeSA");

    private final World world;
    private final WindowsNode node;

    AloneServices(World world, WindowsNode node) {
        this.world = world;
        this.node = node;
    }

    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "On a server without a cluster installers stop Exchange's services and start them at their end.")
    void stop() {
        NAMES.forEach(name -> node.service(name).ifPresent(service -> service.run(false)));
        synchronized (world) {
            server().group.state = Group.State.OFFLINE;
            server().settled(false);
        }
    }

    /** Its data are of the version of its binaries from now on. */
    void start() throws InterruptedException {
        NAMES.forEach(name -> node.service(name).ifPresent(service -> service.run(true)));
        synchronized (world) {
            server().version = node.binaries();
            server().group.sentOff();
        }
        world.clock().pass(world.timing().start());
        new Placing(world).settle(server().group);
    }

    private MailboxServer server() {
        return world.mailboxServers().getFirst();
    }
}
