package understudy.driver.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import understudy.core.model.Change;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.HostingRight;
import understudy.core.model.MayHost;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Placement;
import understudy.core.model.RestartNeed;
import understudy.core.model.Voter;
import understudy.driver.simulated.scenario.ClusterSetup;
import understudy.driver.simulated.scenario.GroupCondition;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.GroupVersion;
import understudy.driver.simulated.scenario.Hosting;
import understudy.driver.simulated.scenario.Latencies;
import understudy.driver.simulated.scenario.Latency;
import understudy.driver.simulated.scenario.NodeCondition;
import understudy.driver.simulated.scenario.NodeSetup;
import understudy.driver.simulated.scenario.NotBefore;
import understudy.driver.simulated.scenario.PatchSetup;
import understudy.driver.simulated.scenario.Range;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.Timing;
import understudy.driver.simulated.scenario.VoterSetup;
import understudy.engine.ports.Offer;

/** Makes a simulated twin of a real cluster, on which a run can be rehearsed without touching the real one. */
public final class Twin {
    /** What is awaited on the real cluster comes after this time on the twin. */
    private static final Duration NOT_YET_LASTS = Duration.ofMinutes(5);

    private Twin() {}

    /**
     * How long things are expected to take on the twin; what is not named takes as long as it usually does.
     *
     * @param versionFence the patch fences
     * @param handover how long a handover takes, by group
     */
    public record Expectations(
            Map<Latency, Duration> durations,
            Map<understudy.core.model.GroupId, Duration> handover,
            boolean versionFence) {
        public static Expectations none() {
            return new Expectations(Map.of(), Map.of(), false);
        }
    }

    /** A scenario that begins as the snapshot was, and in which the nodes are offered what the real ones are. */
    public static Scenario of(ClusterSnapshot snapshot, Offer offer) {
        return of(snapshot, offer, Expectations.none());
    }

    public static Scenario of(ClusterSnapshot snapshot, Offer offer, Expectations expectations) {
        Map<Latency, Range> ranges = new EnumMap<>(Latency.class);
        expectations.durations().forEach((latency, duration) -> ranges.put(latency, Range.exactly(duration)));
        return new Scenario(
                snapshot.cluster(),
                "The twin of " + snapshot.cluster() + " as it was seen at " + snapshot.observedAt() + ".",
                snapshot.observedAt(),
                cluster(snapshot),
                snapshot.nodes().stream().map(node -> node(node, offer)).toList(),
                snapshot.groups().stream()
                        .map(group -> group(group, snapshot, expectations))
                        .toList(),
                patch(snapshot, offer, expectations),
                new Latencies(1, ranges),
                List.of(),
                1);
    }

    private static ClusterSetup cluster(ClusterSnapshot snapshot) {
        Set<String> nodes = new LinkedHashSet<>();
        snapshot.nodes().forEach(node -> nodes.add(node.id().value()));
        List<VoterSetup> others = snapshot.quorum().voters().stream()
                .filter(voter -> !nodes.contains(voter.name()))
                .map(voter -> new VoterSetup(voter.name(), voter.votes(), voter.presence() == Voter.Presence.PRESENT))
                .toList();
        return new ClusterSetup(
                snapshot.platform(),
                snapshot.kind(),
                snapshot.quorum().rule(),
                others,
                snapshot.fencing(),
                snapshot.maintenance(),
                Optional.empty());
    }

    private static NodeSetup node(Node node, Offer offer) {
        Map<String, String> installed = new LinkedHashMap<>();
        for (Change change : offers(offer, node.id())) {
            installed.put(change.component(), change.from());
        }
        newest(offer).forEach((component, change) -> installed.putIfAbsent(component, change.to()));
        String restart = node.restart() instanceof RestartNeed.Needed(String reason) ? reason : "";
        return new NodeSetup(node.id(), condition(node), installed, restart, node.capacity(), Map.of(), node.facts());
    }

    private static List<Change> offers(Offer offer, NodeId node) {
        return offer.nodes().stream()
                .filter(one -> one.node().equals(node))
                .findFirst()
                .map(Offer.NodeOffer::changes)
                .orElse(List.of());
    }

    private static NodeCondition condition(Node node) {
        if (node.patch() instanceof PatchState.Broken) {
            return NodeCondition.BROKEN;
        }
        return switch (node.membership()) {
            case MEMBER, JOINING -> settled(node);
            case LEAVING, LEFT -> NodeCondition.DOWN;
            case LOST, UNKNOWN -> NodeCondition.LOST;
        };
    }

    private static NodeCondition settled(Node node) {
        if (node.maintenance()) {
            return NodeCondition.MAINTENANCE;
        }
        if (node.drained()) {
            return NodeCondition.DRAINED;
        }
        return node.patch() instanceof PatchState.Unknown ? NodeCondition.UNREADABLE : NodeCondition.MEMBER;
    }

    private static GroupSetup group(Group group, ClusterSnapshot snapshot, Expectations expectations) {
        GroupCondition condition = group.health() == GroupHealth.STOPPED
                ? GroupCondition.STOPPED
                : group.managed() || snapshot.maintenance() ? GroupCondition.RUNNING : GroupCondition.UNMANAGED;
        return new GroupSetup(
                group.id(),
                group.weight(),
                group.placement(),
                condition,
                owners(group, snapshot),
                hosting(group, snapshot),
                group.load(),
                group.apart(),
                group.together(),
                false,
                version(group),
                timing(Optional.ofNullable(expectations.handover().get(group.id()))));
    }

    /** A snapshot names only the promoted node; on the twin every node that may has a copy. */
    private static List<NodeId> owners(Group group, ClusterSnapshot snapshot) {
        List<NodeId> owners = new ArrayList<>(group.serving());
        if (group.placement() instanceof Placement.Promotable) {
            snapshot.nodes().stream()
                    .filter(node -> node.isAvailable() && group.mayHost(node.id()) instanceof MayHost.Yes)
                    .map(Node::id)
                    .filter(node -> !owners.contains(node))
                    .forEach(owners::add);
        }
        return owners;
    }

    private static Hosting hosting(Group group, ClusterSnapshot snapshot) {
        Map<NodeId, String> banned = new LinkedHashMap<>();
        Map<NodeId, NotBefore> notYet = new LinkedHashMap<>();
        List<NodeId> known = group.rights().stream().map(HostingRight::node).toList();
        for (Node node : snapshot.nodes()) {
            switch (known.contains(node.id())
                    ? group.mayHost(node.id())
                    : new MayHost.No("it is not a possible owner")) {
                case MayHost.Yes() -> {}
                case MayHost.No(String reason) -> banned.put(node.id(), reason);
                case MayHost.Unknown(String reason) -> banned.put(node.id(), reason);
                case MayHost.NotYet(String reason) -> notYet.put(node.id(), new NotBefore(reason, NOT_YET_LASTS));
            }
        }
        return new Hosting(group.preferred(), List.of(), banned, notYet);
    }

    private static Optional<GroupVersion> version(Group group) {
        if (group.patch() instanceof PatchState.Behind(List<Change> changes) && !changes.isEmpty()) {
            Change change = changes.getFirst();
            return Optional.of(new GroupVersion(change.component(), change.from()));
        }
        return Optional.empty();
    }

    /** A third of a handover is the stop, the rest the start. */
    private static Timing timing(Optional<Duration> handover) {
        return handover.map(whole -> {
                    Duration stop = whole.dividedBy(3);
                    return Timing.of(Range.exactly(whole.minus(stop)), Range.exactly(stop));
                })
                .orElseGet(Timing::standard);
    }

    private static PatchSetup patch(ClusterSnapshot snapshot, Offer offer, Expectations expectations) {
        Map<String, Change> changes = newest(offer);
        for (Group group : snapshot.groups()) {
            if (group.patch() instanceof PatchState.Behind(List<Change> own)) {
                own.forEach(change -> changes.putIfAbsent(change.component(), change));
            }
        }
        boolean restart = offer.nodes().stream().anyMatch(Offer.NodeOffer::restartExpected);
        boolean wayBack =
                offer.nodes().stream().allMatch(node -> node.noWayBack().isEmpty());
        return new PatchSetup(List.copyOf(changes.values()), restart, expectations.versionFence(), wayBack, List.of());
    }

    /** For each component the newest version that any node is offered. */
    private static Map<String, Change> newest(Offer offer) {
        Map<String, Change> newest = new LinkedHashMap<>();
        for (Offer.NodeOffer node : offer.nodes()) {
            for (Change change : node.changes()) {
                newest.merge(
                        change.component(),
                        change,
                        (left, right) -> VersionOrder.compare(left.to(), right.to()) >= 0 ? left : right);
            }
        }
        return newest;
    }
}
