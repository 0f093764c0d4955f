package understudy.driver.bigfix;

import understudy.core.model.NodeId;

/**
 * One node of the cluster.
 *
 * @param node its name as the cluster knows it
 * @param computer its name as BigFix knows it
 */
public record BigFixNode(NodeId node, String computer) {}
