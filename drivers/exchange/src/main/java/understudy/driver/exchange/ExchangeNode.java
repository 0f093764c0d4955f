package understudy.driver.exchange;

import java.util.function.Supplier;
import understudy.core.model.NodeId;
import understudy.remote.NodeShell;

/**
 * How one node of the cluster is reached.
 *
 * @param node its name as the cluster knows it
 * @param shell made on first use
 */
public record ExchangeNode(NodeId node, Supplier<NodeShell> shell) {}
