package understudy.core.safety;

import understudy.core.model.ClusterSnapshot;
import understudy.core.planning.RunRecords;

/**
 * What a condition is judged over: the look of now, the look at the step's start, and what the run knows by itself.
 *
 * @param atStepStart the look on which the step was let through; the same as {@code now} where the step has not begun
 */
public record Moment(ClusterSnapshot now, ClusterSnapshot atStepStart, RunRecords records) {
    /** Before a step: there is only the look of now. */
    public static Moment before(ClusterSnapshot now, RunRecords records) {
        return new Moment(now, now, records);
    }
}
