package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.SessionCut;

/**
 * An outage as the probes saw it.
 *
 * @param step the step that caused it, as far as the journal tells: one that was under way, first of all one of which the plan says
 *     that it interrupts the group; empty where no step was under way
 * @param attempt of that step
 * @param expected how long the plan expected that step to interrupt the group; empty where it did not expect it
 * @param parts what it was made of by the cluster's own history; empty where nothing is known of it
 * @param sessions when those who were connected were cut off, as sessions that were held open show
 */
public record MeasuredOutage(
        GroupId group,
        Instant from,
        Duration length,
        Optional<String> step,
        Optional<Integer> attempt,
        Optional<Duration> expected,
        Optional<Dissection> parts,
        List<SessionCut> sessions) {
    /** The first instant at which the group's clients were served again. */
    public Instant until() {
        return from.plus(length);
    }
}
