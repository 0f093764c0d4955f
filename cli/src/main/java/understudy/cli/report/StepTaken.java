package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.planning.Step;

/**
 * One attempt at one step.
 *
 * @param took up to the latest event where it is still under way
 * @param result as a person says it
 * @param expected how long it was expected to take, by earlier runs or the procedure
 * @param reason why it stands in the plan
 * @param note what the driver had to say of it
 */
public record StepTaken(
        String step,
        int attempt,
        Instant began,
        Duration took,
        String result,
        Outcome outcome,
        Optional<NodeId> node,
        Optional<GroupId> group,
        Optional<NodeId> destination,
        Optional<Duration> expected,
        String reason,
        String note) {

    static StepTaken of(Attempt attempt, Map<String, Duration> shown, Instant latest) {
        return new StepTaken(
                attempt.action().step().value(),
                attempt.action().attempt(),
                attempt.began(),
                Duration.between(attempt.began(), attempt.until(latest)),
                word(attempt),
                attempt.outcome(),
                attempt.step().flatMap(Step::node),
                attempt.step().flatMap(Step::group),
                attempt.step().flatMap(Step::destination),
                attempt.step().map(step -> expected(step, shown)),
                attempt.step().map(Step::reason).orElse(""),
                attempt.end().map(Attempt.End::note).orElse(""));
    }

    private static Duration expected(Step step, Map<String, Duration> shown) {
        return shown.getOrDefault(step.source().id(), step.source().expected());
    }

    private static String word(Attempt attempt) {
        String why = attempt.why().map(finding -> ": " + finding).orElse("");
        return switch (attempt.outcome()) {
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed" + why;
            case IN_DOUBT -> "in doubt" + why;
            case UNDER_WAY -> "under way";
        };
    }
}
