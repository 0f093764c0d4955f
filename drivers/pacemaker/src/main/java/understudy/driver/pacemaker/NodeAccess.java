package understudy.driver.pacemaker;

import java.util.List;
import java.util.function.Supplier;
import understudy.core.model.NodeId;
import understudy.remote.NodeShell;

/**
 * How one node of the cluster is reached.
 *
 * @param node its name as the cluster knows it
 * @param shell made on first use
 * @param become what is put before each command so that it runs as root, such as {@code sudo -n}; empty where the login is root. Where
 *     the node has our helper (docs/adr/0014) it is called by this, and needs no right to anything else
 */
public record NodeAccess(NodeId node, Supplier<NodeShell> shell, List<String> become) {
    public NodeAccess {
        become = List.copyOf(become);
    }

    /** A node on which we log in as root. */
    public static NodeAccess asRoot(NodeId node, Supplier<NodeShell> shell) {
        return new NodeAccess(node, shell, List.of());
    }
}
