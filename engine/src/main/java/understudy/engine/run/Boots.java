package understudy.engine.run;

import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.planning.Step;

/** The boot ids by which a restart is compared where it runs, and proven. */
final class Boots {
    private Boots() {}

    /** The boot id of the step's node; empty where it has none or it was not seen. */
    static Optional<String> of(Step step, ClusterSnapshot seen) {
        return step.node().or(step::executedOn).flatMap(seen::node).flatMap(Node::bootId);
    }

    /** The look of now with the boot id of the time when the step began, so that a restart is never asked for twice. */
    static ClusterSnapshot asOfStart(Step step, ClusterSnapshot seen, Optional<String> boot) {
        Optional<NodeId> subject = step.node().or(step::executedOn);
        if (subject.isEmpty() || boot.isEmpty()) {
            return seen;
        }
        return new ClusterSnapshot(
                seen.cluster(),
                seen.platform(),
                seen.kind(),
                seen.observedAt(),
                seen.quorum(),
                seen.fencing(),
                seen.maintenance(),
                seen.changing(),
                seen.nodes().stream()
                        .map(node -> node.id().equals(subject.get()) ? booted(node, boot) : node)
                        .toList(),
                seen.groups(),
                seen.marks(),
                seen.facts());
    }

    private static Node booted(Node node, Optional<String> boot) {
        return new Node(
                node.id(),
                node.membership(),
                node.drained(),
                node.maintenance(),
                node.patch(),
                node.restart(),
                boot,
                node.capacity(),
                node.facts());
    }
}
