package understudy.engine.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Group;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Targets;
import understudy.core.model.Version;
import understudy.engine.ports.Offer;

/** What a run fixes when it is opened: later publications do not extend it, later moves do not change where it began. */
public final class Freezing {
    private Freezing() {}

    /** The versions that each node must reach: those that its own sources offer now; and those that they replace, where there is a way back. */
    public static Targets targets(Offer offer) {
        Map<NodeId, List<Version>> byNode = new LinkedHashMap<>();
        for (Offer.NodeOffer node : offer.nodes()) {
            byNode.put(
                    node.node(),
                    node.changes().stream()
                            .map(change -> new Version(change.component(), change.to()))
                            .toList());
        }
        return new Targets(byNode).replacing(before(offer));
    }

    private static Map<NodeId, List<Version>> before(Offer offer) {
        Map<NodeId, List<Version>> before = new LinkedHashMap<>();
        offer.nodes().stream()
                .filter(node -> node.noWayBack().isEmpty() && !node.changes().isEmpty())
                .forEach(node -> before.put(
                        node.node(),
                        node.changes().stream()
                                .map(change -> new Version(change.component(), change.from()))
                                .toList()));
        return before;
    }

    /** The nodes that serve each group now. */
    public static Map<GroupId, List<NodeId>> placement(ClusterSnapshot seen) {
        Map<GroupId, List<NodeId>> placement = new LinkedHashMap<>();
        for (Group group : seen.groups()) {
            placement.put(group.id(), group.serving());
        }
        return placement;
    }
}
