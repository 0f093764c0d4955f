package understudy.driver.exchange.observe;

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
import understudy.core.model.Mark;
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
import understudy.driver.exchange.ExchangeSettings;
import understudy.driver.exchange.ExchangeVersion;

/** Puts what the cluster says and what each node says of itself together into one snapshot. */
final class SnapshotReader {
    private static final String PLATFORM = "exchange-2007";
    private static final String CLUSTER_GROUP = "Cluster Group";

    private final ExchangeSettings settings;
    private final ClusterReport cluster;
    private final Map<String, NodeReport> reports;
    private final Targets targets;

    SnapshotReader(ExchangeSettings settings, ClusterReport cluster, Map<String, NodeReport> reports, Targets targets) {
        this.settings = settings;
        this.cluster = cluster;
        this.reports = reports;
        this.targets = targets;
    }

    ClusterSnapshot read(Instant observedAt) {
        var groups = cluster.groups().keySet().stream().map(this::group).toList();
        return new ClusterSnapshot(
                settings.cluster(),
                PLATFORM,
                kind(),
                observedAt,
                quorum(),
                new Fencing.Absent(),
                false,
                groups.stream().anyMatch(group -> group.health() == GroupHealth.CHANGING),
                nodes().map(this::node).toList(),
                groups,
                marks(),
                List.of(new Fact("exchange.teller", cluster.teller())));
    }

    private java.util.stream.Stream<String> nodes() {
        return settings.nodes().stream().map(node -> node.node().value());
    }

    private String kind() {
        return switch (cluster.storage().orElse("")) {
            case "Shared" -> "scc";
            case "NonShared" -> "ccr";
            default -> "";
        };
    }

    /** Whoever has the quorum disk is the cluster, so that one node suffices. */
    private Quorum quorum() {
        boolean held = health(cluster.groups().getOrDefault(CLUSTER_GROUP, "")) == GroupHealth.ONLINE;
        return new Quorum(
                new Quorum.Rule.Fixed(1),
                held,
                nodes().map(node -> new Voter(
                                node, 1, membership(node).isMember() ? Voter.Presence.PRESENT : Voter.Presence.ABSENT))
                        .toList());
    }

    private String state(String node) {
        return cluster.nodes().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(node))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The numbers of MSCluster_Node.State: 0 up, 1 down, 2 paused, 3 joining. */
    private Membership membership(String node) {
        return switch (state(node)) {
            case "0", "2" -> Membership.MEMBER;
            case "1" -> Membership.LOST;
            case "3" -> Membership.JOINING;
            default -> Membership.UNKNOWN;
        };
    }

    private Node node(String name) {
        var id = new NodeId(name);
        var report = Optional.ofNullable(reports.get(name));
        return new Node(
                id,
                membership(name),
                state(name).equals("2"),
                false,
                report.map(one -> one.against(targets.of(id)))
                        .orElse(new PatchState.Unknown(name + " did not answer.")),
                report.map(NodeReport::restart).orElse(new RestartNeed.Unknown(name + " did not answer.")),
                report.flatMap(NodeReport::boot),
                Map.of(),
                report.map(NodeReport::facts).orElse(List.of()));
    }

    private Group group(String name) {
        var id = new GroupId(name);
        boolean serves = cluster.mailboxServers().containsKey(name);
        List<GroupId> apart = serves
                ? cluster.mailboxServers().keySet().stream()
                        .filter(other -> !other.equals(name))
                        .map(GroupId::new)
                        .toList()
                : List.of();
        return new Group(
                id,
                settings.weights().getOrDefault(id, serves ? 1 : 0),
                new Placement.Single(),
                serves
                        ? serverHealth(cluster.mailboxServers().getOrDefault(name, ""))
                        : health(cluster.groups().getOrDefault(name, "")),
                true,
                cluster.owner(name).flatMap(this::spelled).stream()
                        .map(NodeId::new)
                        .toList(),
                List.of(),
                Map.of(),
                apart,
                List.of(),
                serves ? patch(name) : new PatchState.NotVersioned(),
                nodes().map(node -> new HostingRight(new NodeId(node), mayHost(name, serves, node)))
                        .toList());
    }

    /** As the inventory writes it. */
    private Optional<String> spelled(String node) {
        return nodes().filter(node::equalsIgnoreCase).findFirst();
    }

    private MayHost mayHost(String group, boolean serves, String node) {
        if (!cluster.mayHost(group, node)) {
            return new MayHost.No(node + " is not a possible owner of every resource of " + group);
        }
        return serves && !cluster.isRedundant(group, node)
                ? new MayHost.No(node + " is not among the machines of " + group)
                : new MayHost.Yes();
    }

    /** A mailbox server has a version of its own in the directory, which only its upgrade changes. */
    private PatchState patch(String server) {
        var version = cluster.version(server).flatMap(ExchangeVersion::read);
        if (version.isEmpty()) {
            return new PatchState.Unknown("The directory does not show the version of " + server + ".");
        }
        return targets.byNode().values().stream()
                .flatMap(List::stream)
                .filter(target -> target.component().equals(ExchangeVersion.COMPONENT))
                .map(Version::version)
                .flatMap(text -> ExchangeVersion.read(text).stream())
                .max(ExchangeVersion::compareTo)
                .filter(target -> version.get().compareTo(target) < 0)
                .<PatchState>map(target -> new PatchState.Behind(List.of(
                        new Change(ExchangeVersion.COMPONENT, version.get().toString(), target.toString(), 0))))
                .orElseGet(PatchState.Patched::new);
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

    private static GroupHealth serverHealth(String state) {
        return switch (state) {
            case "Online" -> GroupHealth.ONLINE;
            case "Offline" -> GroupHealth.STOPPED;
            case "Online Pending", "Offline Pending" -> GroupHealth.CHANGING;
            case "Partially Online", "Failed" -> GroupHealth.FAILED;
            default -> GroupHealth.UNKNOWN;
        };
    }

    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>(cluster.marks());
        nodes().flatMap(node -> Optional.ofNullable(reports.get(node)).stream())
                .flatMap(report -> report.marks().stream())
                .forEach(marks::add);
        return marks;
    }
}
