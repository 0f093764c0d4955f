package understudy.cli.metrics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import understudy.core.model.GroupId;
import understudy.core.model.StepId;
import understudy.core.planning.Step;
import understudy.core.run.Event;
import understudy.core.run.Holds;
import understudy.core.run.RunHeader;
import understudy.core.run.RunResult;
import understudy.core.run.State;

/** The figures of a run by which an alert or a dashboard follows it. */
final class RunFigures {
    /** By which a file of ours is known. */
    static final String FIRST = "understudy_run_state";

    private static final List<String> STATES = Stream.concat(
                    Stream.of("running", "asking"),
                    Stream.of(RunResult.values()).map(RunFigures::word))
            .toList();

    private final State state;
    private final RunHeader header;
    private final Exposition page = new Exposition();

    private RunFigures(State state) {
        this.state = state;
        this.header = state.header().orElseThrow();
    }

    /** All of them, for a run that was opened. */
    static String of(State state) {
        RunFigures figures = new RunFigures(state);
        figures.standing();
        figures.steps();
        figures.outages();
        figures.single(
                "understudy_run_ledger_entries",
                "What the run has changed and not yet given back.",
                BigDecimal.valueOf(state.books().ledger().size()));
        figures.single(
                "understudy_run_opened_timestamp_seconds",
                "When the run, or its last resumption, began.",
                seconds(state.clock().opened()));
        figures.single(
                "understudy_run_last_change_timestamp_seconds",
                "When something last happened in the run: a running one that is silent for long may have lost its process.",
                seconds(state.clock().now()));
        return figures.page.toString();
    }

    private void standing() {
        String now =
                state.ending().map(Event.RunEnded::result).map(RunFigures::word).orElse(asks() ? "asking" : "running");
        page.gauge(FIRST, "1 for the state in which the run is, 0 for the others.");
        STATES.forEach(each -> page.sample(labels("state", each), each.equals(now) ? BigDecimal.ONE : BigDecimal.ZERO));
    }

    /** It asks a person: at a hold it only waits for other runs. */
    private boolean asks() {
        return state.wishes().open().isPresent() && Holds.at(state).isEmpty();
    }

    /** A step that is planned once more counts as not done. */
    private void steps() {
        Set<StepId> rest = state.walk().rest().stream()
                .flatMap(stage -> stage.steps().stream())
                .map(Step::id)
                .collect(Collectors.toSet());
        long done = state.attempts().entrySet().stream()
                .filter(tried -> tried.getValue().successes() > 0 && !rest.contains(tried.getKey()))
                .count();
        single("understudy_run_steps_done", "Steps that have succeeded.", BigDecimal.valueOf(done));
        single(
                "understudy_run_steps",
                "Steps that have succeeded and those that the plan still has.",
                BigDecimal.valueOf(done + rest.size()));
    }

    private void outages() {
        Map<GroupId, Duration> spent = new LinkedHashMap<>();
        header.originalPlacement().keySet().forEach(group -> spent.put(group, Duration.ZERO));
        spent.putAll(state.books().outageSpent());
        page.gauge("understudy_run_outage_seconds", "The outage of a group that was measured in the run.");
        spent.forEach((group, outage) -> page.sample(labels("group", group.value()), seconds(outage)));
    }

    private void single(String name, String help, BigDecimal value) {
        page.gauge(name, help).sample(labels(), value);
    }

    private Map<String, String> labels(String name, String value) {
        Map<String, String> labels = labels();
        labels.put(name, value);
        return labels;
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("cluster", header.cluster());
        labels.put("run", header.run().value());
        return labels;
    }

    private static String word(RunResult result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    private static BigDecimal seconds(Instant at) {
        return seconds(Duration.between(Instant.EPOCH, at));
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }
}
