package understudy.core.planning;

import understudy.core.model.GroupId;
import understudy.core.model.NodeId;

/** Something that must hold before a step, or be observed after it; judged over a snapshot by {@code core.safety}. */
public sealed interface Condition {
    /** The node is held from hosting and serves no group (weighted ones only where {@code weightedOnly}). */
    record NodeVacated(NodeId node, boolean weightedOnly) implements Condition {}

    /** The node carries no drain of ours. */
    record NodeReleased(NodeId node) implements Condition {}

    /** The node is a settled member. */
    record NodeIsMember(NodeId node) implements Condition {}

    /** The node is out of the cluster in good order. */
    record NodeHasLeft(NodeId node) implements Condition {}

    /** The node's packages are consistent and reach their frozen targets. */
    record NodePatched(NodeId node) implements Condition {}

    /** The node asks for no restart. */
    record NodeNeedsNoRestart(NodeId node) implements Condition {}

    /** The node runs with another boot id than at the step's start. */
    record NodeRestarted(NodeId node) implements Condition {}

    /** The node runs with another boot id than at the step's start, or nothing asked for a restart then. */
    record NodeRestartedIfAsked(NodeId node) implements Condition {}

    /** The group is online and owned by the node. */
    record GroupOwnedBy(GroupId group, NodeId node) implements Condition {}

    /** The group is on the node, in service or not: half way through a handover that stops it first. */
    record GroupPlacedOn(GroupId group, NodeId node) implements Condition {}

    /** The group is served as it must be. */
    record GroupServed(GroupId group) implements Condition {}

    /** The group is out of service. */
    record GroupStopped(GroupId group) implements Condition {}

    /** The group itself reaches its target version. */
    record GroupUpgraded(GroupId group) implements Condition {}

    /** The driver says a plain yes. */
    record NodeMayHost(GroupId group, NodeId node) implements Condition {}

    /** The driver says no: the right is withdrawn. */
    record NodeMayNotHost(GroupId group, NodeId node) implements Condition {}

    /** The step's own command or question is its proof: the driver answered that it holds. */
    record ProvenByStep() implements Condition {}
}
