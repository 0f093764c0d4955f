package understudy.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.NodeId;

/**
 * Nodes that are taken back to the packages that they had before the patch.
 *
 * @param nodes in the order in which it was asked for
 * @param ends why nothing else is done any more, one sentence; empty where the run goes on with the other nodes
 */
public record GoingBack(List<NodeId> nodes, Optional<String> ends) {
    public GoingBack {
        nodes = List.copyOf(nodes);
    }

    static GoingBack nowhere() {
        return new GoingBack(List.of(), Optional.empty());
    }

    GoingBack with(List<NodeId> more, Optional<String> why) {
        List<NodeId> all = new ArrayList<>(nodes);
        more.stream().filter(node -> !all.contains(node)).forEach(all::add);
        return new GoingBack(all, ends.or(() -> why));
    }

    boolean has(NodeId node) {
        return nodes.contains(node);
    }
}
