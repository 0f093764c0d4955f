package understudy.core.model;

/** What a driver says of one node and one group: may the node host it. */
public record HostingRight(NodeId node, MayHost mayHost) {}
