package understudy.cli.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;

/**
 * The run over time, to be drawn: what each node did, and where each group was.
 *
 * @param sittings the stretches in which the run was carried, in order, at least one
 */
public record Timeline(List<Sitting> sittings, List<NodeRow> nodes, List<GroupRow> groups) {

    /** What a node did; spans may overlap, as a drained node is patched while it is drained. */
    public record NodeRow(NodeId node, List<Span> spans) {}

    /**
     * One stretch of a node's time.
     *
     * @param step the step that it belongs to, where it is one step
     */
    public record Span(What what, Instant from, Instant until, Optional<String> step) {}

    /** What a node does. */
    public enum What {
        /** A group is on it. */
        SERVING,
        /** Held by us from taking groups. */
        DRAINED,
        FETCHING,
        INSTALLING,
        RESTARTING,
        VERIFYING,
        /** Any other step on it. */
        WORKING
    }

    /** Where a group was, without gaps from the run's beginning to its latest event. */
    public record GroupRow(GroupId group, List<Stay> stays) {}

    /**
     * One stretch of a group's time.
     *
     * @param nodes where it was, as the run's own steps prove it; empty where the journal does not tell
     */
    public record Stay(List<NodeId> nodes, Instant from, Instant until) {}
}
