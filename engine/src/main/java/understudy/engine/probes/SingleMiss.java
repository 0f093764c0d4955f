package understudy.engine.probes;

import java.time.Instant;
import understudy.core.model.GroupId;

/** One missed answer between two good ones, which is not yet an outage. */
public record SingleMiss(GroupId group, Instant at, String probe, String reason) {}
