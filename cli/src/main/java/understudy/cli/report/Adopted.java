package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import understudy.core.planning.Plan;
import understudy.core.run.Event;

/**
 * A plan that the run followed from then on, and why it was changed.
 *
 * @param expected the expected duration of what was left then
 */
public record Adopted(
        Instant at,
        String hash,
        String reason,
        int stages,
        int steps,
        List<Plan.PlannedOutage> outages,
        Duration expected,
        List<String> redundancy,
        List<String> gap) {
    static Adopted of(Event.PlanAdopted event) {
        Plan plan = event.plan();
        return new Adopted(
                event.at(),
                event.hash(),
                event.reason(),
                plan.stages().size(),
                plan.steps().size(),
                plan.outages(),
                plan.expected(),
                plan.redundancy(),
                plan.gap());
    }
}
