package understudy.emulated.world;

import java.time.Duration;

/** What the administrator's cmdlets for a clustered mailbox server do, with the rules that they keep. */
public final class Exchange {
    private final World world;
    private final Placing placing;

    public Exchange(World world) {
        this.world = world;
        this.placing = new Placing(world);
    }

    private MailboxServer server(String name) throws Refused {
        return world.mailboxServer(name)
                .orElseThrow(() -> new Refused(1, "The clustered mailbox server '" + name + "' could not be found."));
    }

    /** Takes it down so that it stays down until it is started. */
    public void stop(String name) throws Refused, InterruptedException {
        var group = server(name).group;
        synchronized (world) {
            if (group.state == Group.State.OFFLINE) {
                throw new Refused(1, "The clustered mailbox server '" + name + "' is not online.");
            }
            group.wanted = false;
            group.sentOff();
        }
        settleAfter(group, world.timing().stop());
    }

    /** Brings it up. */
    public void start(String name) throws Refused, InterruptedException {
        var group = server(name).group;
        synchronized (world) {
            if (world.node(group.owner).filter(world::isPaused).isPresent()) {
                throw new Refused(Placing.NODE_PAUSED, "The cluster node " + group.owner + " is paused.");
            }
            group.wanted = true;
            group.sentOff();
        }
        settleAfter(group, world.timing().start());
        if (group.state() != Group.State.ONLINE) {
            throw new Refused(1, "The clustered mailbox server '" + name + "' did not come online.");
        }
    }

    /** Whether a move would be let, without doing it. */
    public void validateMove(String name, String target) throws Refused {
        var server = server(name);
        synchronized (world) {
            var to = world.node(target)
                    .orElseThrow(() -> new Refused(1, "The machine '" + target + "' is not a node of this cluster."));
            placing.refuseUnfit(server.group, to);
            boolean hostsAnother = world.mailboxServers().stream()
                    .anyMatch(other -> other != server && other.group.owner.equals(to.name()));
            if (hostsAnother) {
                throw new Refused(1, target + " hosts another clustered mailbox server.");
            }
            if (isOlder(to.binaries(), server.version)) {
                throw new Refused(1, target + " has older binaries than '" + name + "'.");
            }
            refuseUnhealthyCopy(server);
        }
    }

    private static boolean isOlder(Build binaries, Build version) {
        return !binaries.hasServicePackOf(version) && binaries.compareTo(version) < 0;
    }

    private static void refuseUnhealthyCopy(MailboxServer server) throws Refused {
        var status = server.copies().map(Copies::status).orElse("Healthy");
        if (!status.equals("Healthy")) {
            throw new Refused(
                    1,
                    "The copy of " + server.databases().getFirst().storageGroup() + " is " + status + ", so that '"
                            + server.name() + "' does not move.");
        }
    }

    /** Moves it; what was stopped stays stopped. */
    public void move(String name, String target) throws Refused, InterruptedException {
        validateMove(name, target);
        var server = server(name);
        var group = server.group;
        synchronized (world) {
            if (group.owner.equalsIgnoreCase(target)) {
                throw new Refused(1, "'" + name + "' is on " + target + " already.");
            }
            group.owner = world.node(target).orElseThrow().name();
            group.sentOff();
        }
        var time = group.wanted
                ? world.timing().move().plus(world.timing().start())
                : world.timing().move();
        int logs = server.copies().map(Copies::copyQueue).orElse(0);
        settleAfter(group, time.plus(world.timing().service().multipliedBy(logs)));
        server.copies().ifPresent(copies -> copies.fallBehind(2));
        if (group.wanted && server.takesLateFailure()) {
            server.settled(false);
            throw new Refused(1, "'" + name + "' has moved to " + target + ", and its databases are not mounted.");
        }
    }

    /** Mounts a database where its server is. */
    public void mount(String name, Database database) throws Refused, InterruptedException {
        if (server(name).group.state() != Group.State.ONLINE) {
            throw new Refused(1, "'" + name + "' is not online.");
        }
        world.clock().pass(world.timing().service());
        database.mount(true);
    }

    private void settleAfter(Group group, Duration time) throws InterruptedException {
        world.clock().pass(time);
        placing.settle(group);
    }

    /** Brings its data to the version of the binaries on the node that owns it, and brings it online. */
    void upgraded(MailboxServer server, Build version) throws InterruptedException {
        synchronized (world) {
            server.version = version;
            server.group.wanted = true;
            server.group.sentOff();
        }
        settleAfter(server.group, world.timing().start());
    }
}
