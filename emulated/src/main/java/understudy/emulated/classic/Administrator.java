package understudy.emulated.classic;

import java.util.List;
import java.util.Optional;
import understudy.emulated.classic.OldGroup.Resource;
import understudy.emulated.classic.OldGroup.State;
import understudy.emulated.world.Refused;
import understudy.emulated.world.RestsOn;

/** A person at Cluster Administrator: what has no command line, with the conditions that Exchange puts to it (KB 328839). */
public final class Administrator {
    private static final int FACILITY = 1037;

    private final OldWorld world;

    public Administrator(OldWorld world) {
        this.world = world;
    }

    /** "Upgrade Exchange Virtual Server", from a node; what is against it, with the error that Exchange gives, or empty where it was done. */
    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "Each broken condition of the upgrade of a virtual server gives c1037b44.")
    public Optional<String> upgrade(String groupName, String fromNode) throws InterruptedException {
        var group = world.group(groupName).orElseThrow();
        var server = world.virtualServer(group).orElseThrow();
        synchronized (world) {
            var refused = against(group, fromNode);
            if (refused.isPresent()) {
                return Optional.of("c" + FACILITY + "b44: " + refused.get());
            }
        }
        world.note(fromNode + ": Upgrade Exchange Virtual Server " + groupName);
        world.clock().pass(world.timing().upgrade());
        synchronized (world) {
            server.version = OldSetup.level(
                    world.product(), world.node(fromNode).orElseThrow().binaries());
        }
        return Optional.empty();
    }

    private Optional<String> against(OldGroup group, String fromNode) {
        var owner = world.node(group.owner()).orElseThrow();
        var from = world.node(fromNode).orElseThrow();
        if (!isUpgraded(owner)) {
            return Optional.of(group.name() + " is on " + owner.name() + ", which has no service pack.");
        }
        if (!isUpgraded(from)) {
            return Optional.of("The command was given on " + from.name() + ", which has no service pack.");
        }
        for (Resource resource : group.resources()) {
            boolean base =
                    List.of("IP Address", "Network Name", "Physical Disk").contains(resource.type);
            if (Starting.isAttendant(resource) && resource.state() != State.OFFLINE) {
                return Optional.of("The System Attendant is not offline.");
            }
            if (base != (resource.state() == State.ONLINE)) {
                return Optional.of(resource.name() + " is " + resource.state().word() + ".");
            }
        }
        boolean coordinator = world.groups().stream()
                .flatMap(one -> one.resources().stream())
                .anyMatch(resource -> resource.type.equals("Distributed Transaction Coordinator")
                        && resource.state() == State.ONLINE);
        return coordinator ? Optional.empty() : Optional.of("The Distributed Transaction Coordinator is not online.");
    }

    private boolean isUpgraded(OldNode node) {
        return OldSetup.level(world.product(), node.binaries())
                .equals(world.product().servicePack());
    }

    /** Takes a resource offline, at once. */
    public void takeOffline(String resource) {
        synchronized (world) {
            world.groupOf(resource).orElseThrow().resources().stream()
                    .filter(one -> one.name().equals(resource))
                    .forEach(one -> {
                        one.wanted = false;
                        one.state = State.OFFLINE;
                    });
        }
    }

    /** Pauses a node. */
    public void pause(String node) {
        world.node(node).orElseThrow().paused = true;
    }

    /** Brings a group online, or says why not. */
    public Optional<String> bringOnline(String groupName) throws InterruptedException {
        try {
            var group = world.group(groupName).orElseThrow();
            new Starting(world).up(group, group.resources());
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.sentence());
        }
    }

    /** Moves a group, or says why not. */
    public Optional<String> move(String groupName, String node) throws InterruptedException {
        try {
            new Moving(world).move(groupName, node);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.sentence());
        }
    }
}
