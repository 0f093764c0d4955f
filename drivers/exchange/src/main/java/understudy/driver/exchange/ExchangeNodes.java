package understudy.driver.exchange;

import java.util.List;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.remote.windows.WindowsJobs;
import understudy.remote.windows.WindowsNode;

/** The ways to all nodes of the cluster. */
public final class ExchangeNodes {
    private final List<WindowsNode> nodes;
    private final String task;

    public ExchangeNodes(ExchangeSettings settings) {
        this.nodes = settings.nodes().stream()
                .map(node -> new WindowsNode(node.node().value(), node.shell()))
                .toList();
        this.task = settings.task();
    }

    public List<WindowsNode> all() {
        return nodes;
    }

    /** The way to this node; empty where the inventory has none of that name. */
    public Optional<WindowsNode> find(NodeId id) {
        return nodes.stream()
                .filter(node -> node.name().equalsIgnoreCase(id.value()))
                .findFirst();
    }

    /** The jobs of a node. */
    public WindowsJobs jobs(WindowsNode node) {
        return new WindowsJobs(node, task);
    }

    /** The scheduled task by which jobs run. */
    public String task() {
        return task;
    }
}
