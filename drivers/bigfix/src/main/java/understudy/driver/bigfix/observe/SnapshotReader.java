package understudy.driver.bigfix.observe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Change;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Fact;
import understudy.core.model.Fencing;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.HostingRight;
import understudy.core.model.MayHost;
import understudy.core.model.Membership;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Placement;
import understudy.core.model.Quorum;
import understudy.core.model.RestartNeed;
import understudy.core.model.Targets;
import understudy.core.model.Version;
import understudy.core.model.Voter;
import understudy.driver.bigfix.BigFixNode;
import understudy.driver.bigfix.BigFixSettings;
import understudy.driver.bigfix.Component;

/** Puts what the members and the server say together into one snapshot. */
final class SnapshotReader {
    private static final String CLUSTER_GROUP = "Cluster Group";

    private final BigFixSettings settings;
    private final View view;
    private final Targets targets;

    SnapshotReader(BigFixSettings settings, View view, Targets targets) {
        this.settings = settings;
        this.view = view;
        this.targets = targets;
    }

    ClusterSnapshot read(Instant observedAt) {
        var groups = view.groups().keySet().stream().map(this::group).toList();
        return new ClusterSnapshot(
                settings.cluster(),
                settings.platform(),
                kind(),
                observedAt,
                quorum(),
                new Fencing.Absent(),
                false,
                groups.stream().anyMatch(group -> group.health() == GroupHealth.CHANGING),
                settings.nodes().stream().map(BigFixNode::node).map(this::node).toList(),
                groups,
                view.marks(),
                view.teller().stream()
                        .map(teller -> new Fact("bigfix.teller", teller.node().value()))
                        .toList());
    }

    private String kind() {
        if (!settings.isExchange()) {
            return view.teller()
                    .map(one -> one.is2003() ? "windows-2003" : "windows-2008")
                    .orElse("");
        }
        return view.groups().keySet().stream()
                .filter(view::isMailboxServer)
                .findFirst()
                .map(group -> view.isShared(group) ? "scc" : "ccr")
                .orElse("");
    }

    /** Whoever has the quorum disk is the cluster, so that one node suffices. */
    private Quorum quorum() {
        boolean held = health(view.groups().getOrDefault(CLUSTER_GROUP, "")) == GroupHealth.ONLINE;
        return new Quorum(
                new Quorum.Rule.Fixed(1),
                held,
                settings.nodes().stream()
                        .map(BigFixNode::node)
                        .map(node -> new Voter(
                                node.value(),
                                1,
                                membership(node).isMember() ? Voter.Presence.PRESENT : Voter.Presence.ABSENT))
                        .toList());
    }

    private Membership membership(NodeId node) {
        return switch (view.state(node)) {
            case "0", "2" -> Membership.MEMBER;
            case "1" -> Membership.LOST;
            case "3" -> Membership.JOINING;
            default -> Membership.UNKNOWN;
        };
    }

    private Node node(NodeId id) {
        var computer = view.computer(id).filter(Computer::isFresh);
        return new Node(
                id,
                membership(id),
                view.isPaused(id),
                false,
                computer.map(this::patch).orElse(new PatchState.Unknown(silent(id))),
                computer.map(this::restart).orElse(new RestartNeed.Unknown(silent(id))),
                computer.flatMap(Computer::boot),
                Map.of(),
                List.of());
    }

    private static String silent(NodeId node) {
        return "The agent of " + node + " has not reported since it was asked to.";
    }

    /** What awaits a restart is installed; whether it is relevant says nothing before that. */
    private PatchState patch(Computer computer) {
        List<Change> changes = new ArrayList<>();
        for (Version target : targets.of(computer.node())) {
            var patch = Component.read(target.component());
            boolean behind = patch.filter(one -> view.isRelevant(one.site(), one.id(), computer.id()))
                    .filter(one -> !view.awaitsRestart(one.toString(), computer))
                    .isPresent();
            if (behind) {
                changes.add(new Change(target.component(), "relevant", target.version(), 0));
            }
        }
        return changes.isEmpty() ? new PatchState.Patched() : new PatchState.Behind(changes);
    }

    private RestartNeed restart(Computer computer) {
        Optional<String> awaiting = targets.of(computer.node()).stream()
                .map(Version::component)
                .filter(component -> view.saysPendingRestart(component, computer))
                .findFirst();
        if (awaiting.isPresent()) {
            return new RestartNeed.Needed("BigFix says \"Pending Restart\" of " + awaiting.get());
        }
        return computer.awaitsRestart()
                .<RestartNeed>map(awaits ->
                        awaits ? new RestartNeed.Needed("Windows has a restart pending") : new RestartNeed.NotNeeded())
                .orElseGet(() -> new RestartNeed.Unknown("The agent of " + computer.node() + " does not tell it."));
    }

    private Group group(String name) {
        var id = new GroupId(name);
        boolean mailbox = settings.isExchange() && view.isMailboxServer(name);
        boolean served = mailbox || (!settings.isExchange() && !name.equals(CLUSTER_GROUP));
        return new Group(
                id,
                settings.weights().getOrDefault(id, served ? 1 : 0),
                new Placement.Single(),
                health(view.groups().getOrDefault(name, "")),
                true,
                owner(name).stream().toList(),
                List.of(),
                Map.of(),
                mailbox ? otherMailboxServers(name) : List.of(),
                List.of(),
                new PatchState.NotVersioned(),
                settings.nodes().stream()
                        .map(node -> new HostingRight(node.node(), mayHost(name, node.node())))
                        .toList());
    }

    private List<GroupId> otherMailboxServers(String name) {
        return view.groups().keySet().stream()
                .filter(other -> !other.equals(name) && view.isMailboxServer(other))
                .map(GroupId::new)
                .toList();
    }

    private Optional<NodeId> owner(String group) {
        return settings.nodes().stream()
                .map(BigFixNode::node)
                .filter(node ->
                        view.owner(group).filter(node.value()::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    private MayHost mayHost(String group, NodeId node) {
        return view.mayHost(group, node)
                ? new MayHost.Yes()
                : new MayHost.No(node + " is not a possible owner of every resource of " + group);
    }

    /** The numbers of MSCluster_ResourceGroup.State. */
    private static GroupHealth health(String state) {
        return switch (state) {
            case "0" -> GroupHealth.ONLINE;
            case "1" -> GroupHealth.STOPPED;
            case "2", "3" -> GroupHealth.FAILED;
            case "4" -> GroupHealth.CHANGING;
            default -> GroupHealth.UNKNOWN;
        };
    }
}
