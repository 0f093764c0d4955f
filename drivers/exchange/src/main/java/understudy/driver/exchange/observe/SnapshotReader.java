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
            case "Alone" -> "stand-alone";
            default -> "";
        };
    }

    /** Whoever has the quorum disk is the cluster, so that one node suffices; without shared disks the nodes and a witness vote. */
    private Quorum quorum() {
        if (cluster.isAlone()) {
            return new Quorum(new Quorum.Rule.NotNeeded(), true, List.of());
        }
        boolean held = health(cluster.groups().getOrDefault(CLUSTER_GROUP, "")) == GroupHealth.ONLINE;
        List<Voter> voters = new ArrayList<>();
        nodes().forEach(node -> voters.add(voter(node, membership(node).isMember())));
        cluster.witness().ifPresent(witness -> voters.add(voter(witness.share(), witness.reached())));
        return new Quorum(kind().equals("ccr") ? new Quorum.Rule.Majority() : new Quorum.Rule.Fixed(1), held, voters);
    }

    private static Voter voter(String name, boolean present) {
        return new Voter(name, 1, present ? Voter.Presence.PRESENT : Voter.Presence.ABSENT);
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
                serves ? serverHealth(name) : health(cluster.groups().getOrDefault(name, "")),
                true,
                cluster.owner(name).flatMap(this::spelled).stream()
                        .map(NodeId::new)
                        .toList(),
                List.of(),
                Map.of(),
                apart,
                List.of(),
                serves && !cluster.isAlone() ? patch(name) : new PatchState.NotVersioned(),
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
        if (serves && !cluster.isRedundant(group, node)) {
            return new MayHost.No(node + " is not among the machines of " + group);
        }
        return serves ? byItsCopy(group, node) : new MayHost.Yes();
    }

    /** Once a replicated server is stopped on purpose, its way is forward, and only Exchange itself looks at its copies. */
    private MayHost byItsCopy(String server, String node) {
        boolean served = cluster.mailboxServers().getOrDefault(server, "").equals("Online");
        boolean here = cluster.owner(server).filter(node::equalsIgnoreCase).isPresent();
        if (!kind().equals("ccr") || !served || here) {
            return new MayHost.Yes();
        }
        var copies = cluster.copies(server);
        if (copies.isEmpty()) {
            return new MayHost.Unknown("the state of its copies on " + node + " could not be seen");
        }
        return Copies.against(copies).<MayHost>map(MayHost.NotYet::new).orElseGet(MayHost.Yes::new);
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
                .map(target -> against(version.get(), target))
                .orElseGet(PatchState.Patched::new);
    }

    /** A rollup changes binaries only: the directory shows the same version before and after it. */
    private static PatchState against(ExchangeVersion has, ExchangeVersion target) {
        if (has.compareTo(target) >= 0) {
            return new PatchState.Patched();
        }
        return has.hasServicePackOf(target)
                ? new PatchState.NotVersioned()
                : new PatchState.Behind(
                        List.of(new Change(ExchangeVersion.COMPONENT, has.toString(), target.toString(), 0)));
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

    private GroupHealth serverHealth(String name) {
        // A move that fails late leaves the server online and its databases dismounted.
        boolean whole = cluster.failed(name).isEmpty();
        return switch (cluster.mailboxServers().getOrDefault(name, "")) {
            case "Online" -> whole ? GroupHealth.ONLINE : GroupHealth.FAILED;
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
