package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import understudy.core.model.GroupId;

/**
 * An outage as the probes saw it.
 *
 * @param step the step that caused it, as far as the journal tells: one that was under way, first of all one of which the plan says
 *     that it interrupts the group; empty where no step was under way
 * @param attempt of that step
 * @param expected how long the plan expected that step to interrupt the group; empty where it did not expect it
 */
public record MeasuredOutage(
        GroupId group,
        Instant from,
        Duration length,
        Optional<String> step,
        Optional<Integer> attempt,
        Optional<Duration> expected) {
    /** The first instant at which the group's clients were served again. */
    public Instant until() {
        return from.plus(length);
    }
}
