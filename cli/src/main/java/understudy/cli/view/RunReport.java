package understudy.cli.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.ActionId;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.planning.Plan;
import understudy.core.run.Event;
import understudy.core.run.RunHeader;
import understudy.core.run.RunResult;
import understudy.core.run.StepResult;

/**
 * What a run was, as its events tell it: how it ended, what the users noticed, what each step took.
 *
 * @param result empty while it is under way
 * @param planned the outages of the first plan
 * @param kept what was not given back, with the command that does it by hand
 */
public record RunReport(
        String run,
        String cluster,
        String procedure,
        String patch,
        Instant began,
        Optional<Instant> ended,
        Optional<RunResult> result,
        String sentence,
        List<Plan.PlannedOutage> planned,
        List<MeasuredOutage> measured,
        List<StepTaken> steps,
        List<Kept> kept) {

    /** An outage as the probes saw it. */
    public record MeasuredOutage(GroupId group, Instant from, Duration length) {}

    /** One attempt at one step. */
    public record StepTaken(String step, int attempt, Instant began, Duration took, String result) {}

    /** Something that the run changed and did not give back. */
    public record Kept(String what, String reason, String byHand) {}

    /** Tells the story of the events, which begin with {@link Event.RunOpened}. */
    public static RunReport of(List<Event> events) {
        Story story = new Story();
        events.forEach(story::take);
        return story.report();
    }

    private static final class Story {
        private Optional<RunHeader> header = Optional.empty();
        private Instant began = Instant.EPOCH;
        private Optional<Event.RunEnded> end = Optional.empty();
        private Optional<Plan> firstPlan = Optional.empty();
        private final Map<ActionId, Instant> open = new LinkedHashMap<>();
        private final Map<String, MeasuredOutage> outages = new LinkedHashMap<>();
        private final List<StepTaken> steps = new ArrayList<>();
        private final Map<String, Kept> kept = new LinkedHashMap<>();

        void take(Event event) {
            switch (event) {
                case Event.RunOpened(Instant at, RunHeader opened) -> {
                    header = Optional.of(opened);
                    began = at;
                }
                case Event.PlanAdopted(Instant at, Plan plan, String hash, String reason) ->
                    firstPlan = firstPlan.or(() -> Optional.of(plan));
                case Event.StepBegan(Instant at, ActionId action, var boot) -> {
                    open.putIfAbsent(action, at);
                    end = Optional.empty();
                }
                case Event.StepEnded(Instant at, ActionId action, StepResult outcome, String note) ->
                    ended(at, action, outcome);
                case Event.OutageMeasured(Instant at, GroupId group, Instant from, Instant until) ->
                    outages.put(group + " " + from, new MeasuredOutage(group, from, Duration.between(from, until)));
                case Event.LedgerKept(Instant at, LedgerEntry entry, String reason) ->
                    kept.put(entry.id(), new Kept(entry.kind() + " " + entry.id(), reason, entry.byHand()));
                case Event.LedgerReturned(Instant at, LedgerEntry entry) -> kept.remove(entry.id());
                case Event.RunEnded ending -> end = Optional.of(ending);
                case Event other -> {}
            }
        }

        private void ended(Instant at, ActionId action, StepResult outcome) {
            Instant start = open.getOrDefault(action, at);
            String word = switch (outcome) {
                case StepResult.Succeeded() -> "succeeded";
                case StepResult.Failed(var why) -> "failed: " + why;
                case StepResult.Unknown(var why) -> "in doubt: " + why;
            };
            steps.add(new StepTaken(action.step().value(), action.attempt(), start, Duration.between(start, at), word));
        }

        RunReport report() {
            RunHeader opened =
                    header.orElseThrow(() -> new IllegalArgumentException("The journal does not begin with a run."));
            return new RunReport(
                    opened.run().value(),
                    opened.cluster(),
                    opened.procedure(),
                    opened.patch(),
                    began,
                    end.map(Event.RunEnded::at),
                    end.map(Event.RunEnded::result),
                    end.map(Event.RunEnded::sentence).orElse("It is under way."),
                    firstPlan.map(Plan::outages).orElse(List.of()),
                    List.copyOf(outages.values()),
                    List.copyOf(steps),
                    List.copyOf(kept.values()));
        }
    }
}
