package understudy.cli.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.StepId;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.run.Attempts;
import understudy.core.run.Event;
import understudy.core.run.Question;
import understudy.core.run.RunHeader;
import understudy.core.run.RunResult;
import understudy.core.run.State;

/**
 * Where a run stands, as its journal tells it.
 *
 * @param carried a process of this machine carries it at this moment
 * @param latest when the last event was recorded
 * @param result empty while it has not ended
 * @param pausedBy who has asked it to pause
 * @param saidYes who has said yes to the question, where the policy wants somebody else to say it too
 * @param rest the steps of the plan that are still to come, stage by stage
 * @param expectedRest how long they are expected to take
 * @param ledger what it has changed and must give back
 */
public record RunStatus(
        String run,
        String cluster,
        String procedure,
        String patch,
        boolean carried,
        Instant began,
        Instant latest,
        Optional<RunResult> result,
        Optional<String> sentence,
        Optional<String> pausedBy,
        List<UnderWay> underWay,
        Optional<Question> question,
        Optional<String> saidYes,
        List<Blocked> blocked,
        List<RestOfStage> rest,
        Duration expectedRest,
        List<Spent> outages,
        List<LedgerEntry> ledger) {

    /** A step that was given out and has not ended. */
    public record UnderWay(StepId step, int attempt, Instant since, Duration expected) {}

    /** A step that may not begin for now. */
    public record Blocked(StepId step, Instant since, List<Finding> findings) {}

    /** What is left of one stage. */
    public record RestOfStage(String title, List<StepId> steps) {}

    /** The outage that one group has had so far. */
    public record Spent(GroupId group, Duration outage) {}

    /**
     * Reads it from the state that the events have made.
     *
     * @param began when the run was opened, which is the time of its first event
     */
    public static RunStatus of(State state, Instant began, boolean carried) {
        RunHeader header = state.header()
                .orElseThrow(() -> new IllegalArgumentException("The journal does not begin with a run."));
        List<Stage> rest = state.ending().isPresent() ? List.of() : state.walk().rest();
        return new RunStatus(
                header.run().value(),
                header.cluster(),
                header.procedure(),
                header.patch(),
                carried,
                began,
                state.clock().now(),
                state.ending().map(Event.RunEnded::result),
                state.ending().map(Event.RunEnded::sentence),
                state.wishes().pausedBy(),
                state.underWay().stream().map(step -> underWay(step, state)).toList(),
                state.wishes().open(),
                state.wishes()
                        .open()
                        .flatMap(asked ->
                                Optional.ofNullable(state.wishes().firstYes().get(asked.id()))),
                state.blocks().entrySet().stream().map(RunStatus::blocked).toList(),
                rest.stream().map(RunStatus::rest).toList(),
                Rest.of(header).expected(rest),
                state.books().outageSpent().entrySet().stream()
                        .map(spent -> new Spent(spent.getKey(), spent.getValue()))
                        .toList(),
                state.books().ledger());
    }

    private static UnderWay underWay(Step step, State state) {
        Attempts tried = Objects.requireNonNull(state.attempts().get(step.id()));
        Rest times = Rest.of(state.header().orElseThrow());
        return new UnderWay(step.id(), tried.count(), tried.at(), times.expected(step));
    }

    private static Blocked blocked(Map.Entry<StepId, State.Block> block) {
        return new Blocked(
                block.getKey(), block.getValue().since(), block.getValue().findings());
    }

    private static RestOfStage rest(Stage stage) {
        return new RestOfStage(
                stage.title(), stage.steps().stream().map(Step::id).toList());
    }
}
