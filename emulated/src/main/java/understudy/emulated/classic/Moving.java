package understudy.emulated.classic;

import java.util.List;
import java.util.Optional;
import understudy.emulated.classic.OldGroup.Resource;
import understudy.emulated.classic.OldGroup.State;
import understudy.emulated.world.Refused;
import understudy.emulated.world.RestsOn;

/** What the cluster does with its groups when it is asked, and by itself. */
public final class Moving {
    static final int NO_SUCH_NODE = 5042;
    static final int NO_SUCH_GROUP = 5013;
    static final int NOT_A_POSSIBLE_OWNER = 5071;

    private final OldWorld world;
    private final Starting starting;

    public Moving(OldWorld world) {
        this.world = world;
        this.starting = new Starting(world);
    }

    OldGroup group(String name) throws Refused {
        return world.group(name)
                .orElseThrow(() -> new Refused(NO_SUCH_GROUP, "The cluster has no group " + name + "."));
    }

    /** Moves a group: what was up is up afterwards, what was down stays down. */
    void move(String name, String target) throws Refused, InterruptedException {
        var group = group(name);
        List<Resource> up;
        synchronized (world) {
            var to = world.node(target)
                    .orElseThrow(() -> new Refused(NO_SUCH_NODE, "The cluster has no node " + target + "."));
            refuseUnfit(group, to);
            if (group.owner.equals(to.name())) {
                return;
            }
            up = group.wanted();
            group.owner = to.name();
            group.sentOff();
            up.forEach(resource -> resource.state = State.ONLINE_PENDING);
        }
        starting.take(group, world.timing().resource().multipliedBy(up.size()).plus(starting.time(group, up)));
    }

    private void refuseUnfit(OldGroup group, OldNode to) throws Refused {
        if (!world.isMember(to)) {
            throw new Refused(Starting.NODE_DOWN, "The cluster node " + to.name() + " is down.");
        }
        if (to.paused) {
            throw new Refused(Starting.NODE_PAUSED, "The cluster node " + to.name() + " is paused.");
        }
        if (!group.mayGoTo(to.name())) {
            throw new Refused(NOT_A_POSSIBLE_OWNER, to.name() + " is not a possible owner of " + group.name + ".");
        }
    }

    /** A node has gone or has come: each group without a living owner goes to a node that may have it, offline as it is, or waits for its own. */
    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "A group fails over to the next node that may host it, in the order of the nodes.")
    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "A group that no other node may have is started again by its own node once that is back.")
    void failOver(OldNode changed) {
        List<OldGroup> its = world.groups().stream()
                .filter(group -> group.owner.equals(changed.name()))
                .toList();
        inherited();
        its.stream().filter(group -> world.isMember(owner(group))).forEach(this::broughtUp);
    }

    /** Each group whose owner is gone goes to a node that may have it, which may have become so only now. */
    void inherited() {
        List<OldGroup> orphans;
        synchronized (world) {
            orphans = world.groups().stream()
                    .filter(group -> !world.isMember(owner(group)))
                    .toList();
            orphans.forEach(group -> Heirs.of(world, group).findFirst().ifPresent(heir -> {
                heir.event("ClusSvc", 1200, "The group " + group.name + " came from " + group.owner + ".");
                group.owner = heir.name();
                group.sentOff();
            }));
        }
        orphans.forEach(this::broughtUp);
    }

    private void broughtUp(OldGroup group) {
        if (group.wanted().stream().anyMatch(resource -> resource.state != State.ONLINE)) {
            starting.later(group);
        }
    }

    /** A resource of the group fails where it is: the cluster takes the group to another node that may have it, else starts it again there. */
    public void fails(OldGroup group) {
        synchronized (world) {
            boolean up = world.isMember(owner(group)) && group.wanted().stream().anyMatch(Starting::isStore);
            if (!up) {
                return;
            }
            var from = group.owner;
            group.sentOff();
            Heirs.of(world, group)
                    .filter(node -> !node.name().equals(from))
                    .findFirst()
                    .ifPresent(heir -> group.owner = heir.name());
        }
        starting.later(group);
    }

    private OldNode owner(OldGroup group) {
        return world.node(group.owner).orElseThrow();
    }

    /** A node's Cluster service ends in good order or not: what it owned goes elsewhere. */
    void leave(OldNode node) {
        synchronized (world) {
            world.groups().stream()
                    .filter(group -> group.owner.equals(node.name()))
                    .flatMap(group -> group.resources.stream())
                    .filter(resource -> resource.wanted)
                    .forEach(resource -> resource.state = State.OFFLINE_PENDING);
        }
    }

    Optional<OldGroup> owned(OldNode node) {
        return world.groups().stream()
                .filter(group -> group.owner.equals(node.name()))
                .findFirst();
    }
}
