package understudy.engine.ports;

import java.util.List;
import java.util.Optional;
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
     * @param noWayBack why the node could not be taken back to the packages that it has now; empty where it could
     */
    public record NodeOffer(NodeId node, List<Change> changes, boolean restartExpected, Optional<String> noWayBack) {
        public NodeOffer {
            changes = List.copyOf(changes);
        }
    }

    public Offer {
        nodes = List.copyOf(nodes);
        findings = List.copyOf(findings);
    }
}
