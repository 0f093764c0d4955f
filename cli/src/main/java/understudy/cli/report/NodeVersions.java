package understudy.cli.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.core.model.Version;

/**
 * The versions that a node was to reach.
 *
 * @param targets frozen when the run was planned; empty where it had nothing to reach
 * @param reached when a step last proved that the node has them all; empty where none did
 * @param takenBack when it got the packages again that it had before; empty where it did not
 */
public record NodeVersions(
        NodeId node, List<Version> targets, Optional<Instant> reached, Optional<Instant> takenBack) {}
