package understudy.core.model;

import java.util.List;
import java.util.Map;

/** The versions that each node must reach, frozen when a run is planned; what is published later does not extend the run. */
public record Targets(Map<NodeId, List<Version>> byNode) {
    public Targets {
        byNode = Ordered.copy(byNode);
    }

    public static Targets none() {
        return new Targets(Map.of());
    }

    public List<Version> of(NodeId node) {
        return byNode.getOrDefault(node, List.of());
    }
}
