package understudy.driver.pacemaker.observe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Fact;
import understudy.core.model.Fencing;
import understudy.core.model.GroupId;
import understudy.core.model.Mark;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Quorum;
import understudy.core.model.RestartNeed;
import understudy.core.model.Targets;
import understudy.driver.pacemaker.GroupSettings;
import understudy.driver.pacemaker.Marks;
import understudy.driver.pacemaker.node.NodeReport;

/** Puts the cluster's look and what each node said of itself together into one snapshot. */
public final class SnapshotReader {
    /** The name of the fact that holds the version of the cluster's information base; it changes with every event. */
    public static final String CIB_VERSION = "pacemaker.cib";

    /** The name of the fact that holds the node that decides for the cluster. */
    public static final String DECIDING_NODE = "pacemaker.deciding-node";

    private final String cluster;
    private final Map<GroupId, GroupSettings> settings;

    public SnapshotReader(String cluster, Map<GroupId, GroupSettings> settings) {
        this.cluster = cluster;
        this.settings = settings;
    }

    /**
     * @param reports what the nodes said, by name; a node without a report did not answer
     * @param observedAt when the question was asked
     */
    public ClusterSnapshot read(
            ClusterLook look, Map<String, NodeReport> reports, Targets targets, Instant observedAt) {
        var mon = look.mon();
        return new ClusterSnapshot(
                cluster,
                "pacemaker",
                "",
                observedAt,
                QuorumReader.read(look),
                fencing(look),
                mon.options().getOrDefault("maintenance-mode", "false").equals("true"),
                !look.isIdle(),
                mon.nodes().stream()
                        .filter(MonNode::isFullNode)
                        .map(node -> node(look, node, Optional.ofNullable(reports.get(node.name())), targets))
                        .toList(),
                new GroupReader(look, settings).groups(),
                marks(look, reports),
                facts(look));
    }

    /** The cluster's voters and rule, as this look shows them. */
    public static Quorum quorum(ClusterLook look) {
        return QuorumReader.read(look);
    }

    /** Whether the cluster can power a node off, as this look shows it. */
    public static Fencing fencing(ClusterLook look) {
        return FencingReader.read(look.mon());
    }

    private static Node node(ClusterLook look, MonNode node, Optional<NodeReport> report, Targets targets) {
        var id = new NodeId(node.name());
        return new Node(
                id,
                node.membership(),
                node.isDrained(look.cib().standbyConfigured(node.name())),
                node.maintenance(),
                report.map(one -> one.against(targets))
                        .orElse(new PatchState.Unknown(node.name() + " did not answer.")),
                report.map(NodeReport::restart).orElse(new RestartNeed.Unknown(node.name() + " did not answer.")),
                report.flatMap(NodeReport::bootId),
                Capacity.counts(look.cib()) ? Capacity.numbers(look.cib().nodeUtilization(node.name())) : Map.of(),
                List.of());
    }

    private static List<Mark> marks(ClusterLook look, Map<String, NodeReport> reports) {
        List<Mark> marks = new ArrayList<>(Marks.in(look.cib()));
        look.mon().nodes().stream()
                .flatMap(node -> Optional.ofNullable(reports.get(node.name())).stream())
                .flatMap(report -> report.marks().stream())
                .forEach(marks::add);
        return marks;
    }

    private static List<Fact> facts(ClusterLook look) {
        return List.of(
                new Fact(CIB_VERSION, look.cib().version()),
                new Fact("pacemaker.version", look.mon().version()),
                new Fact(DECIDING_NODE, look.mon().dc().orElse("")),
                new Fact(
                        "pacemaker.resource-stickiness",
                        look.cib().resourceDefault("resource-stickiness").orElse("0")));
    }
}
