package understudy.emulated.classic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import understudy.emulated.classic.OldGroup.Resource;
import understudy.emulated.classic.OldGroup.State;
import understudy.emulated.world.Build;
import understudy.emulated.world.Refused;
import understudy.emulated.world.RestsOn;

/** Brings resources up and down where they are, with what Exchange has to say about it. */
final class Starting {
    static final int NODE_DOWN = 5050;
    static final int NODE_PAUSED = 5070;
    static final int RESOURCE_FAILED = 5038;

    private final OldWorld world;

    Starting(OldWorld world) {
        this.world = world;
    }

    static boolean isStore(Resource resource) {
        return resource.type.equals("Microsoft Exchange Information Store");
    }

    static boolean isAttendant(Resource resource) {
        return resource.type.equals("Microsoft Exchange System Attendant");
    }

    /** Brings these up, what they depend on first. */
    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "The information store's resource is online only once its databases are mounted.")
    void up(OldGroup group, List<Resource> wanted) throws Refused, InterruptedException {
        List<Resource> order;
        synchronized (world) {
            var owner = livingOwner(group);
            if (owner.paused) {
                throw new Refused(NODE_PAUSED, "The cluster node " + owner.name() + " is paused.");
            }
            order = withNeeds(group, wanted).stream()
                    .filter(resource -> resource.state != State.ONLINE)
                    .toList();
            order.forEach(resource -> {
                resource.wanted = true;
                resource.state = State.ONLINE_PENDING;
            });
        }
        group.sentOff();
        take(group, time(group, order));
    }

    /** It takes this long until it is seen whether the group came up; where it does not, whoever asked for it is told. */
    void take(OldGroup group, Duration time) throws Refused, InterruptedException {
        var cameUp = new AtomicBoolean();
        world.take(time, () -> cameUp.set(settle(group)));
        if (!cameUp.get()) {
            throw new Refused(RESOURCE_FAILED, "A resource of " + group.name + " failed.");
        }
    }

    /** By itself the cluster brings up what is to be up, where the group is. */
    void later(OldGroup group) {
        synchronized (world) {
            List<Resource> up = group.wanted();
            if (!world.isMember(world.node(group.owner).orElseThrow())) {
                up.forEach(resource -> resource.state = State.FAILED);
                return;
            }
            up.forEach(resource -> resource.state = State.ONLINE_PENDING);
            world.clock().after(time(group, up), () -> settle(group));
        }
    }

    /** Takes these down, what depends on them first. */
    void down(OldGroup group, List<Resource> unwanted) throws Refused, InterruptedException {
        List<Resource> order;
        synchronized (world) {
            livingOwner(group);
            order = withDependents(group, unwanted).stream()
                    .filter(resource -> resource.state != State.OFFLINE)
                    .toList();
            order.forEach(resource -> {
                resource.wanted = false;
                resource.state = State.OFFLINE_PENDING;
            });
        }
        world.take(world.timing().resource().multipliedBy(order.size()), () -> settle(group));
    }

    private OldNode livingOwner(OldGroup group) throws Refused {
        var owner = world.node(group.owner).orElseThrow();
        if (!world.isMember(owner)) {
            throw new Refused(NODE_DOWN, "The cluster node " + owner.name() + " is down.");
        }
        return owner;
    }

    /** How long the start of these takes; newer binaries upgrade the databases as they mount them. */
    Duration time(OldGroup group, List<Resource> order) {
        Duration time = world.timing().resource().multipliedBy(order.size());
        boolean store = order.stream().anyMatch(Starting::isStore);
        boolean upgrades = store
                && world.virtualServer(group)
                        .filter(server -> server.database.compareTo(databases(
                                        server,
                                        world.node(group.owner).orElseThrow().binaries()))
                                < 0)
                        .isPresent();
        time = store ? time.plus(world.timing().store()) : time;
        return upgrades ? time.plus(world.timing().mount()) : time;
    }

    /**
     * What becomes of the resources of a group that are on their way; whether all came to where they are to be. What does not start goes on to the
     * next node until each has been tried (KB 947712 for Windows Server 2003).
     */
    boolean settle(OldGroup group) {
        synchronized (world) {
            boolean failed = false;
            var owner = world.node(group.owner).orElseThrow();
            for (Resource resource : withNeeds(group, group.resources)) {
                if (!resource.state.isPending()) {
                    continue;
                }
                if (!world.isMember(owner)) {
                    resource.state = resource.wanted ? State.FAILED : State.OFFLINE;
                } else if (!resource.wanted) {
                    resource.state = State.OFFLINE;
                } else {
                    resource.state =
                            needsAreUp(group, resource) && starts(group, resource, owner) ? State.ONLINE : State.FAILED;
                }
                failed |= resource.state == State.FAILED;
            }
            if (failed) {
                group.failedHere();
                goesOn(group, owner);
            }
            return !failed;
        }
    }

    private void goesOn(OldGroup group, OldNode from) {
        if (world.isMember(from)) {
            Heirs.of(world, group)
                    .filter(node -> !group.hasFailedOn(node.name()))
                    .findFirst()
                    .ifPresent(next -> {
                        group.owner = next.name();
                        later(group);
                    });
        }
    }

    private static boolean needsAreUp(OldGroup group, Resource resource) {
        return group.resources.stream()
                .filter(other -> resource.dependsOn.contains(other.name))
                .allMatch(other -> other.state == State.ONLINE);
    }

    /** Event 1025: a virtual server that was not upgraded does not start on newer binaries (KB 328839). */
    private boolean starts(OldGroup group, Resource resource, OldNode owner) {
        var server = world.virtualServer(group);
        if (server.isEmpty()) {
            return true;
        }
        if (isAttendant(resource) && world.product().upgradesVirtualServers()) {
            int order = OldSetup.level(world.product(), server.get().version)
                    .compareTo(OldSetup.level(world.product(), owner.binaries()));
            if (order < 0) {
                owner.event(
                        "MSExchangeCluster",
                        1025,
                        group.name + ": the Exchange virtual server must be upgraded before it goes online.");
            }
            if (order > 0) {
                world.violated(group.name + " of version " + server.get().version + " was started on " + owner.name()
                        + ", which has " + owner.binaries() + ".");
            }
            return order == 0;
        }
        if (isStore(resource)) {
            var databases = databases(server.get(), owner.binaries());
            int order = server.get().database.compareTo(databases);
            if (order > 0) {
                world.violated("The databases of " + group.name + ", which " + server.get().database
                        + " has started, came to " + owner.name() + ", which has " + owner.binaries() + ".");
                return false;
            }
            server.get().database = databases;
        }
        return true;
    }

    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value =
                    "A single fix for Exchange 5.5 leaves the databases as they are: Q271634 asks for nothing that keeps its nodes apart.")
    private Build databases(VirtualServer server, Build binaries) {
        boolean leftAlone = world.product() == Product.EXCHANGE_55
                && binaries.equals(world.product().fix());
        return leftAlone ? server.database : binaries;
    }

    private static List<Resource> withNeeds(OldGroup group, List<Resource> of) {
        List<Resource> order = new ArrayList<>();
        of.forEach(resource -> addNeeds(group, resource, order));
        return order;
    }

    private static void addNeeds(OldGroup group, Resource resource, List<Resource> order) {
        group.resources.stream()
                .filter(other -> resource.dependsOn.stream()
                        .anyMatch(need -> need.toLowerCase(Locale.ROOT).equals(other.name.toLowerCase(Locale.ROOT))))
                .forEach(other -> addNeeds(group, other, order));
        if (!order.contains(resource)) {
            order.add(resource);
        }
    }

    private static List<Resource> withDependents(OldGroup group, List<Resource> of) {
        List<Resource> order = new ArrayList<>();
        of.forEach(resource -> addDependents(group, resource, order));
        return order;
    }

    private static void addDependents(OldGroup group, Resource resource, List<Resource> order) {
        group.resources.stream()
                .filter(other -> other.dependsOn.contains(resource.name))
                .forEach(other -> addDependents(group, other, order));
        if (!order.contains(resource)) {
            order.add(resource);
        }
    }
}
