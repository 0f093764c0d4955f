package understudy.emulated.world;

import java.util.List;
import java.util.stream.Stream;

/** What the cluster does with its groups by itself and when it is asked: move, bring online, take offline. */
public final class Placing {
    /** Win32 error codes, as cluster.exe ends with them. */
    static final int NO_SUCH_GROUP = 5013;

    static final int NOT_A_POSSIBLE_OWNER = 5071;
    static final int NODE_DOWN = 5050;
    static final int NODE_PAUSED = 5070;

    private final World world;

    public Placing(World world) {
        this.world = world;
    }

    /** Moves a group that is no mailbox server, or any group by force. */
    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The error codes with which cluster.exe refuses a move.")
    public void move(String name, String target) throws Refused, InterruptedException {
        Group group;
        synchronized (world) {
            group = world.group(name)
                    .orElseThrow(() -> new Refused(NO_SUCH_GROUP, "The cluster has no group " + name + "."));
            var to = world.node(target).orElseThrow(() -> new Refused(5042, "The cluster has no node " + target + "."));
            refuseUnfit(group, to);
            if (group.owner.equals(to.name())) {
                return;
            }
            group.owner = to.name();
            group.sentOff();
        }
        // The cluster carries on with it, whatever becomes of the program that asked for it.
        world.clock().pass(world.timing().service(), () -> settle(group));
    }

    void refuseUnfit(Group group, WindowsNode to) throws Refused {
        if (!world.isMember(to)) {
            throw new Refused(NODE_DOWN, "The cluster node " + to.name() + " is down.");
        }
        if (to.paused) {
            throw new Refused(NODE_PAUSED, "The cluster node " + to.name() + " is paused.");
        }
        if (!group.mayGoTo(to.name())) {
            throw new Refused(NOT_A_POSSIBLE_OWNER, to.name() + " is not a possible owner of " + group.name + ".");
        }
    }

    /** The owner of these groups is gone or a node has come: each that is without a living owner goes to one that may have it. */
    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "A group fails over to the next node that may host it, in the order of the nodes.")
    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "A group of a lost node that no other node may have is started again by that node once it is back.")
    void failOver(WindowsNode changed) {
        List<Group> orphans = inherited();
        synchronized (world) {
            world.groups().stream()
                    .filter(group -> group.wanted && group.state != Group.State.ONLINE)
                    .filter(group -> group.owner.equals(changed.name()) && !orphans.contains(group))
                    .forEach(group -> world.clock().after(world.timing().start(), () -> settle(group)));
        }
    }

    /** Each group whose owner is gone goes to a node that may have it, which may have become so only now. */
    List<Group> inherited() {
        List<Group> orphans;
        synchronized (world) {
            orphans = world.groups().stream()
                    .filter(group -> !world.isMember(owner(group)))
                    .toList();
            orphans.forEach(group -> heirs(group).findFirst().ifPresent(heir -> {
                heir.event("ClusSvc", 1200, "The group " + group.name + " came from " + group.owner + ".");
                group.owner = heir.name();
                group.sentOff();
            }));
        }
        orphans.forEach(group -> world.clock()
                .after(group.wanted ? world.timing().start() : world.timing().service(), () -> settle(group)));
        return orphans;
    }

    /** A resource of the group fails where it is: the cluster takes the group to the next node that may host it, else starts it again there. */
    public void fails(Group group) {
        synchronized (world) {
            if (group.state != Group.State.ONLINE || !world.isMember(owner(group))) {
                return;
            }
            var from = group.owner;
            group.sentOff();
            heirs(group)
                    .filter(node -> !node.name().equals(from))
                    .findFirst()
                    .ifPresent(heir -> group.owner = heir.name());
        }
        settleLater(group);
    }

    private void settleLater(Group group) {
        world.clock().after(world.timing().move().plus(world.timing().start()), () -> settle(group));
    }

    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "A mailbox server does not fail over to a node that has another one.")
    private Stream<WindowsNode> heirs(Group group) {
        return world.nodes().stream()
                .filter(node -> world.isMember(node) && !node.paused && group.mayGoTo(node.name()))
                .filter(node -> world.mailboxServer(group.name).isEmpty()
                        || world.mailboxServers().stream()
                                .noneMatch(other -> other.group != group && other.group.owner.equals(node.name())));
    }

    private WindowsNode owner(Group group) {
        return world.node(group.owner).orElseThrow();
    }

    /**
     * What becomes of a group once its time on the way is over: a mailbox server starts only on binaries of its own version, nothing on a paused
     * node. What does not start goes on to the next node until each has been tried (KB 947712 for Windows Server 2003).
     */
    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "A mailbox server whose version is not that of its owner's binaries fails to come online.")
    void settle(Group group) {
        synchronized (world) {
            var owner = owner(group);
            world.mailboxServer(group.name)
                    .filter(server -> !server.version.hasServicePackOf(owner.binaries())
                            && server.version.compareTo(owner.binaries()) > 0)
                    .ifPresent(server -> world.violated(group.name + " of version " + server.version + " came to "
                            + owner.name() + ", which has " + owner.binaries() + "."));
            boolean fits = world.mailboxServer(group.name)
                    .map(server -> server.version.hasServicePackOf(owner.binaries()))
                    .orElse(true);
            if (!group.wanted) {
                group.state = Group.State.OFFLINE;
            } else if (!world.isMember(owner) || !fits || owner.paused) {
                group.failed();
            } else {
                group.state = Group.State.ONLINE;
            }
            world.mailboxServer(group.name).ifPresent(server -> settled(server, owner));
            if (group.wanted && group.state == Group.State.FAILED && world.isMember(owner)) {
                goesOn(group);
            }
            if (group.state == Group.State.ONLINE) {
                // What it has left may take a server that nobody could host before.
                inherited();
            }
        }
    }

    private void goesOn(Group group) {
        heirs(group).filter(node -> !group.hasFailedOn(node.name())).findFirst().ifPresent(next -> {
            group.owner = next.name();
            group.state = Group.State.PENDING;
            settleLater(group);
        });
    }

    /** What newer binaries have started must never be started by older ones (G4). */
    private void settled(MailboxServer server, WindowsNode owner) {
        boolean online = server.group.state == Group.State.ONLINE;
        server.settled(online);
        if (!online) {
            return;
        }
        if (server.wasStartedByNewerThan(owner.binaries())) {
            world.violated(server.name() + " was started on " + owner.name() + " by older binaries, " + owner.binaries()
                    + ".");
        }
        server.startedBy(owner.binaries());
    }
}
