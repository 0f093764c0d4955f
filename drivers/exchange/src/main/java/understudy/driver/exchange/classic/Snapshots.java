package understudy.driver.exchange.classic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Change;
import understudy.core.model.ClusterSnapshot;
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
import understudy.driver.exchange.ExchangeVersion;

/** Puts what the cluster says and what each node says of itself together into one snapshot. */
final class Snapshots {
    /** What of a node a service pack changes; a virtual server has a version of it too. */
    static final String SERVICE_PACK = "exchange";

    /** What of a node a single fix changes; a virtual server knows nothing of it. */
    static final String BINARIES = "exchange-binaries";

    private static final String STORAGE_GROUPS = "storage-groups";
    private static final int MOST_STORAGE_GROUPS = 4;

    private final ClassicSettings settings;
    private final ClusterLook look;
    private final Map<String, Nodes.Report> reports;
    private final Targets targets;

    Snapshots(ClassicSettings settings, ClusterLook look, Map<String, Nodes.Report> reports, Targets targets) {
        this.settings = settings;
        this.look = look;
        this.reports = reports;
        this.targets = targets;
    }

    ClusterSnapshot clustered(Instant askedAt) {
        var groups = look.groups().values().stream().map(this::group).toList();
        return snapshot(askedAt, kind(), quorum(), groups, look.marks());
    }

    ClusterSnapshot alone(Instant askedAt, GroupHealth health, String kind) {
        var node = settings.nodes().getFirst();
        var id = new GroupId(node.value());
        var group = new Group(
                id,
                settings.weights().getOrDefault(id, 1),
                new Placement.Single(),
                health,
                true,
                List.of(node),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                new PatchState.NotVersioned(),
                List.of(new HostingRight(node, new MayHost.Yes())));
        var quorum = new Quorum(new Quorum.Rule.NotNeeded(), true, List.of());
        return snapshot(askedAt, kind, quorum, List.of(group), List.of());
    }

    private ClusterSnapshot snapshot(
            Instant askedAt, String kind, Quorum quorum, List<Group> groups, List<Mark> clusterMarks) {
        List<Mark> marks = new ArrayList<>(clusterMarks);
        reports.values().forEach(report -> marks.addAll(report.marks()));
        return new ClusterSnapshot(
                settings.cluster(),
                platform(),
                kind,
                askedAt,
                quorum,
                new Fencing.Absent(),
                false,
                groups.stream().anyMatch(group -> group.health() == GroupHealth.CHANGING),
                settings.nodes().stream().map(this::node).toList(),
                groups,
                marks,
                List.of());
    }

    /** As its binaries say, not as the inventory does. */
    private String platform() {
        return reports.values().stream()
                .flatMap(report -> report.binaries().stream())
                .map(version ->
                        version.numbers().getFirst() + "." + version.numbers().get(1))
                .map(numbers -> switch (numbers) {
                    case "6.5" -> "exchange-2003";
                    case "6.0" -> "exchange-2000";
                    case "5.5" -> "exchange-5.5";
                    default -> "exchange-" + numbers;
                })
                .findFirst()
                .orElse(settings.platform());
    }

    /** By what never changes in a run: how many virtual servers there are to how many nodes. */
    private String kind() {
        return look.servers().size() < look.nodes().size() ? "active-passive" : "active-active";
    }

    /** Whoever has the quorum disk is the cluster, so that one node suffices; that cluster.exe answers shows that one has it. */
    private Quorum quorum() {
        return new Quorum(
                new Quorum.Rule.Fixed(1),
                true,
                settings.nodes().stream()
                        .map(node -> new Voter(
                                node.value(),
                                1,
                                membership(node.value()).isMember() ? Voter.Presence.PRESENT : Voter.Presence.ABSENT))
                        .toList());
    }

    private Membership membership(String node) {
        if (settings.alone()) {
            return reports.containsKey(node) ? Membership.MEMBER : Membership.LOST;
        }
        return switch (look.status(node)) {
            case "up", "paused" -> Membership.MEMBER;
            case "joining" -> Membership.JOINING;
            case "down" ->
                Optional.ofNullable(reports.get(node))
                                .filter(Nodes.Report::clusterServiceIsHeld)
                                .isPresent()
                        ? Membership.LEFT
                        : Membership.LOST;
            default -> Membership.UNKNOWN;
        };
    }

    private Node node(NodeId id) {
        var report = Optional.ofNullable(reports.get(id.value()));
        return new Node(
                id,
                membership(id.value()),
                look.status(id.value()).equals("paused"),
                false,
                report.map(one -> against(id, one)).orElse(new PatchState.Unknown(id + " did not answer.")),
                report.<RestartNeed>map(one -> one.pending()
                                ? new RestartNeed.Needed("files are to be replaced when " + id + " starts")
                                : new RestartNeed.NotNeeded())
                        .orElse(new RestartNeed.Unknown(id + " did not answer.")),
                report.map(Nodes.Report::boot),
                look.storageGroups().isEmpty() ? Map.of() : Map.of(STORAGE_GROUPS, MOST_STORAGE_GROUPS),
                List.of());
    }

    PatchState against(NodeId id, Nodes.Report report) {
        var binaries = report.binaries();
        if (binaries.isEmpty()) {
            return new PatchState.Unknown("The version of store.exe on " + id + " could not be read.");
        }
        List<Change> behind = new ArrayList<>();
        for (Version target : targets.of(id)) {
            var wanted = ExchangeVersion.read(target.version());
            if (wanted.isEmpty()) {
                return new PatchState.Unknown("The target " + target.version() + " is no version of Exchange.");
            }
            if (binaries.get().compareTo(wanted.get()) < 0) {
                behind.add(new Change(target.component(), binaries.get().toString(), target.version(), 0));
            }
        }
        return behind.isEmpty() ? new PatchState.Patched() : new PatchState.Behind(behind);
    }

    private Group group(ClusterLook.Group group) {
        var id = new GroupId(group.name());
        int load = look.storageGroups().getOrDefault(group.name(), 0);
        return new Group(
                id,
                settings.weights().getOrDefault(id, group.serves() ? 1 : 0),
                new Placement.Single(),
                health(group.status()),
                true,
                settings.nodes().stream()
                        .filter(node -> group.isOn(node.value()))
                        .toList(),
                List.of(),
                load > 0 ? Map.of(STORAGE_GROUPS, load) : Map.of(),
                List.of(),
                List.of(),
                group.serves() ? upgraded(group.name()) : new PatchState.NotVersioned(),
                settings.nodes().stream()
                        .map(node -> new HostingRight(node, mayHost(group.name(), node)))
                        .toList());
    }

    private MayHost mayHost(String group, NodeId node) {
        return look.mayHost(group, node.value())
                ? new MayHost.Yes()
                : new MayHost.No(node + " is not a possible owner of every resource of " + group);
    }

    private PatchState upgraded(String group) {
        var target = targets.byNode().values().stream()
                .flatMap(List::stream)
                .filter(one -> one.component().equals(SERVICE_PACK))
                .flatMap(one -> ExchangeVersion.read(one.version()).stream())
                .max(ExchangeVersion::compareTo);
        boolean versioned = settings.platform().equals("exchange-2003");
        if (!versioned || target.isEmpty()) {
            return new PatchState.NotVersioned();
        }
        return Optional.ofNullable(look.versions().get(group))
                .<PatchState>map(version -> version.compareTo(target.get()) < 0
                        ? new PatchState.Behind(List.of(new Change(
                                SERVICE_PACK, version.toString(), target.get().toString(), 0)))
                        : new PatchState.Patched())
                .orElse(new PatchState.Unknown("The directory does not show the version of " + group + "."));
    }

    private static GroupHealth health(String status) {
        return switch (status.toLowerCase(java.util.Locale.ROOT)) {
            case "online" -> GroupHealth.ONLINE;
            case "offline" -> GroupHealth.STOPPED;
            case "failed", "partially online" -> GroupHealth.FAILED;
            case "pending" -> GroupHealth.CHANGING;
            default -> GroupHealth.UNKNOWN;
        };
    }
}
