package understudy.driver.simulated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Change;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Fact;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.HostingRight;
import understudy.core.model.Mark;
import understudy.core.model.Membership;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.RestartNeed;
import understudy.core.model.Targets;
import understudy.core.model.Version;
import understudy.engine.ports.Observation;

/** Makes of the truth what a driver could see of it. */
final class Look {
    private final World world;
    private final Hosts hosts;
    private final Map<GroupId, List<HostingRight>> constant = new HashMap<>();
    private Optional<Kept> kept = Optional.empty();

    private record Kept(long version, Targets targets, ClusterSnapshot snapshot) {}

    Look(World world, Hosts hosts) {
        this.world = world;
        this.hosts = hosts;
    }

    Observation observe(Targets targets) {
        boolean anybody =
                world.nodes.values().stream().anyMatch(node -> node.answers() && node.membership == Membership.MEMBER);
        if (world.silent || !anybody) {
            return new Observation.NotSeen(Finding.error(
                    "NO-ANSWER",
                    world.scenario.name(),
                    "No node of " + world.scenario.name() + " gave a believable answer.",
                    "See whether its nodes are up and can be reached."));
        }
        Kept now = kept.filter(last ->
                        last.version() == world.version && last.targets().equals(targets))
                .map(last -> new Kept(last.version(), targets, again(last.snapshot())))
                .orElseGet(() -> new Kept(world.version, targets, snapshot(targets)));
        kept = Optional.of(now);
        return new Observation.Seen(now.snapshot());
    }

    /** Nothing has changed, only the clock. */
    private ClusterSnapshot again(ClusterSnapshot last) {
        return new ClusterSnapshot(
                last.cluster(),
                last.platform(),
                last.kind(),
                world.now(),
                last.quorum(),
                last.fencing(),
                last.maintenance(),
                last.changing(),
                last.nodes(),
                last.groups(),
                last.marks(),
                last.facts());
    }

    private ClusterSnapshot snapshot(Targets targets) {
        boolean changing = world.groups.values().stream().anyMatch(SimulatedGroup::isInMotion)
                || world.nodes.values().stream()
                        .anyMatch(
                                node -> node.membership == Membership.JOINING || node.membership == Membership.LEAVING);
        return new ClusterSnapshot(
                world.scenario.name(),
                world.scenario.cluster().platform(),
                world.scenario.cluster().kind(),
                world.now(),
                world.votes.seen(),
                world.fencing,
                world.maintenance,
                changing,
                world.nodes.values().stream().map(node -> node(node, targets)).toList(),
                world.groups.values().stream()
                        .map(group -> group(group, targets))
                        .toList(),
                world.marks.values().stream()
                        .map(entry -> new Mark(entry.id(), entry.run(), entry.kind(), entry.node(), entry.group()))
                        .toList(),
                List.of());
    }

    private Node node(SimulatedNode node, Targets targets) {
        boolean readable = node.answers() && !node.unreadable;
        return new Node(
                node.id,
                node.membership,
                node.drained,
                node.maintenance,
                readable ? judge(node, targets) : new PatchState.Unknown(node.id + " does not answer"),
                readable ? restart(node) : new RestartNeed.Unknown(node.id + " does not answer"),
                readable ? Optional.of(node.bootId()) : Optional.empty(),
                node.setup.capacity(),
                facts(node, readable));
    }

    private static List<Fact> facts(SimulatedNode node, boolean readable) {
        List<Fact> facts = new ArrayList<>(node.setup.facts());
        if (readable) {
            node.services.forEach(
                    (name, running) -> facts.add(new Fact("service." + name, running ? "running" : "stopped")));
            node.settings.forEach((name, value) -> facts.add(new Fact("setting." + name, value)));
        }
        return facts;
    }

    private static RestartNeed restart(SimulatedNode node) {
        return node.restartReason.isEmpty() ? new RestartNeed.NotNeeded() : new RestartNeed.Needed(node.restartReason);
    }

    private PatchState judge(SimulatedNode node, Targets targets) {
        if (node.damage.isPresent()) {
            return new PatchState.Broken(
                    node.damage.get().reason(), node.damage.get().remedy());
        }
        List<Change> behind = new ArrayList<>();
        for (Version target : targets.of(node.id)) {
            String has = node.installed.getOrDefault(target.component(), "");
            boolean reached = targets.isTakenBack(node.id)
                    ? has.equals(target.version())
                    : VersionOrder.compare(has, target.version()) >= 0;
            if (!reached) {
                behind.add(new Change(target.component(), has, target.version(), node.fetched ? 0 : bytes(target)));
            }
        }
        return behind.isEmpty() ? new PatchState.Patched() : new PatchState.Behind(behind);
    }

    private long bytes(Version target) {
        return world.scenario.patch().changes().stream()
                .filter(change -> change.component().equals(target.component()))
                .mapToLong(Change::bytes)
                .findFirst()
                .orElse(0);
    }

    private Group group(SimulatedGroup group, Targets targets) {
        return new Group(
                group.id,
                group.setup.weight(),
                group.setup.placement(),
                health(group),
                group.managed && !world.maintenance,
                serving(group),
                group.setup.hosting().preferred(),
                group.setup.load(),
                group.setup.apart(),
                group.setup.together(),
                judge(group, targets),
                hosts.isConstant(group) ? constant.computeIfAbsent(group.id, id -> rights(group)) : rights(group));
    }

    private List<HostingRight> rights(SimulatedGroup group) {
        return world.nodes.values().stream()
                .map(node -> new HostingRight(node.id, hosts.mayHost(group, node)))
                .toList();
    }

    /**
     * The nodes that have it, those included that are still letting go; where a stopped group has an owner, the owner. Its health
     * says whether anybody is served.
     */
    private List<NodeId> serving(SimulatedGroup group) {
        if (world.rules.keepsOwnerWhenStopped() && group.isSingle()) {
            return group.only().map(copy -> copy.node.id).or(() -> group.home).stream()
                    .toList();
        }
        return group.copies.values().stream()
                .filter(copy -> has(group, copy))
                .map(copy -> copy.node.id)
                .toList();
    }

    private static boolean has(SimulatedGroup group, Copy copy) {
        return switch (copy.phase) {
            case UP, INTERRUPTED, DEMOTING -> copy.promoted || !group.isPromotable();
            case STOPPING -> !group.isPromotable();
            case STARTING, PROMOTING, FAILED, LOST -> false;
        };
    }

    private static GroupHealth health(SimulatedGroup group) {
        if (!group.wanted && group.copies.isEmpty() && !group.worked) {
            return GroupHealth.STOPPED;
        }
        if (group.isServed() && !group.isInMotion()) {
            return GroupHealth.ONLINE;
        }
        return group.isInMotion() ? GroupHealth.CHANGING : GroupHealth.FAILED;
    }

    private static PatchState judge(SimulatedGroup group, Targets targets) {
        if (!group.isVersioned()) {
            return new PatchState.NotVersioned();
        }
        String component = group.setup.version().orElseThrow().component();
        return targets.byNode().values().stream()
                .flatMap(List::stream)
                .filter(target -> target.component().equals(component))
                .map(Version::version)
                .max(VersionOrder::compare)
                .filter(target -> VersionOrder.compare(group.version, target) < 0)
                .<PatchState>map(
                        target -> new PatchState.Behind(List.of(new Change(component, group.version, target, 0))))
                .orElseGet(PatchState.Patched::new);
    }
}
