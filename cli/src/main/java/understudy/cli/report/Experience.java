package understudy.cli.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import understudy.core.model.Ordered;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep;
import understudy.core.run.Event;

/**
 * How long the steps of a procedure have taken on a cluster before, which says more of the next time than the procedure's own guess.
 *
 * @param runs how many runs it rests on
 * @param expected the median by procedure step, over all nodes and runs
 */
public record Experience(int runs, Map<String, Duration> expected) {
    public Experience {
        expected = Ordered.copy(expected);
    }

    /** Of a cluster that was never patched from here. */
    public static Experience none() {
        return new Experience(0, Map.of());
    }

    /** How long this step takes: as it has taken here, else as the procedure says. */
    public Duration of(ProcedureStep step) {
        return expected.getOrDefault(step.id(), step.expected());
    }

    /** What these journals, one for each run, show together. */
    public static Experience of(List<List<Event>> journals) {
        Map<String, List<Duration>> taken = new TreeMap<>();
        for (List<Event> journal : journals) {
            Attempts attempts = new Attempts();
            journal.forEach(attempts::take);
            attempts.all()
                    .forEach(attempt -> attempt.step()
                            .map(Step::source)
                            .ifPresent(source -> duration(attempt)
                                    .ifPresent(length -> taken.computeIfAbsent(source.id(), _ -> new ArrayList<>())
                                            .add(length))));
        }
        Map<String, Duration> medians = new TreeMap<>();
        taken.forEach((step, lengths) -> medians.put(step, median(lengths)));
        return new Experience(journals.size(), medians);
    }

    /** What had nothing to do, or was done by somebody else, tells nothing. */
    private static Optional<Duration> duration(Attempt attempt) {
        return attempt.end()
                .filter(_ -> attempt.outcome() == Outcome.SUCCEEDED)
                .map(end -> Duration.between(attempt.began(), end.at()))
                .filter(Duration::isPositive);
    }

    private static Duration median(List<Duration> lengths) {
        Collections.sort(lengths);
        return lengths.get((lengths.size() - 1) / 2);
    }
}
