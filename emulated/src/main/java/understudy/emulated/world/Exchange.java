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
            group.state = Group.State.PENDING;
        }
        settleAfter(group, world.timing().stop());
    }

    /** Brings it up. */
    public void start(String name) throws Refused, InterruptedException {
        var group = server(name).group;
        synchronized (world) {
            group.wanted = true;
            group.state = Group.State.PENDING;
        }
        settleAfter(group, world.timing().start());
        if (group.state() == Group.State.FAILED) {
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
            if (to.binaries().compareTo(server.version) < 0) {
                throw new Refused(1, target + " has older binaries than '" + name + "'.");
            }
        }
    }

    /** Moves it; what was stopped stays stopped. */
    public void move(String name, String target) throws Refused, InterruptedException {
        validateMove(name, target);
        var group = server(name).group;
        synchronized (world) {
            if (group.owner.equalsIgnoreCase(target)) {
                throw new Refused(1, "'" + name + "' is on " + target + " already.");
            }
            group.owner = world.node(target).orElseThrow().name();
            group.state = Group.State.PENDING;
        }
        var time = group.wanted
                ? world.timing().move().plus(world.timing().start())
                : world.timing().move();
        settleAfter(group, time);
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
            server.group.state = Group.State.PENDING;
        }
        settleAfter(server.group, world.timing().start());
    }
}
