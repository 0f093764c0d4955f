package understudy.engine.ports;

import java.util.List;
import understudy.core.model.Change;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;

/** What a patch would do to each node, before anything moves. */
public record Offer(List<NodeOffer> nodes, List<Finding> findings) {
    /**
     * The changes on one node.
     *
     * @param changes with old and new version and bytes to fetch
     * @param restartExpected the changes are known to ask for a restart
     */
    public record NodeOffer(NodeId node, List<Change> changes, boolean restartExpected) {
        public NodeOffer {
            changes = List.copyOf(changes);
        }
    }

    public Offer {
        nodes = List.copyOf(nodes);
        findings = List.copyOf(findings);
    }
}
