package understudy.core.planning;

import java.time.Instant;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Patch;
import understudy.core.model.Policy;
import understudy.core.procedure.Procedure;

/** All that the planner looks at. */
public record PlanningInput(
        ClusterSnapshot snapshot, RunRecords records, Procedure procedure, Patch patch, Policy policy, Instant now) {}
