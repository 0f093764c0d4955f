package understudy.core.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.planning.Plan;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.Verb;

/**
 * Where a run that goes together with others is held, and what it means that it is let on, called back or aborted there. A hold is a question
 * like any other, so that it is in the journal, survives our end and can be answered by a person too.
 */
public final class Holds {
    private Holds() {}

    /** The question that holds the step, which nothing else forbids; empty where it may begin. */
    public static Optional<Question> before(State state, Step step) {
        boolean goesBack = state.wishes().back().ends().isPresent();
        Optional<String> whom = state.header().flatMap(RunHeader::heldFor).filter(_ -> !goesBack);
        return whom.flatMap(others -> places(step)
                .filter(hold -> !state.wishes().agreed(hold.question()))
                .filter(hold ->
                        hold != Hold.ONLINE || state.wishes().abortedBy().isEmpty())
                .findFirst()
                .map(hold -> new Question(
                        hold.question(),
                        Question.Kind.HOLD,
                        "It is held for " + others + ", and " + hold.asks() + "?",
                        Optional.of(step.id()))));
    }

    private static Stream<Hold> places(Step step) {
        return Stream.of(Hold.values()).filter(hold -> switch (hold) {
            case READY -> OutagePath.isDoor(step);
            case OFFLINE -> changes(step);
            case ONLINE -> ends(step);
        });
    }

    private static boolean changes(Step step) {
        return step.verb() instanceof Verb.Install || step.verb() instanceof Verb.Restart;
    }

    private static boolean ends(Step step) {
        return step.source().outage() == Outage.ENDS || step.verb() instanceof Verb.StartGroup;
    }

    /** Why a run with this plan cannot be held, one sentence; empty where it can, or where it changes nothing. */
    public static Optional<String> against(Plan plan) {
        List<Step> steps = plan.steps();
        List<Integer> changes = places(steps, Hold.OFFLINE);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> doors = places(steps, Hold.READY);
        List<Integer> ends = places(steps, Hold.ONLINE);
        if (doors.isEmpty() || doors.getFirst() >= changes.getFirst()) {
            return Optional.of("Its clients are served until step "
                    + steps.get(changes.getFirst()).id()
                    + " takes their service away, so that it cannot wait offline before it is patched.");
        }
        if (ends.isEmpty() || ends.getFirst() <= changes.getLast()) {
            return Optional.of("No step of its own lets its clients in after step "
                    + steps.get(changes.getLast()).id()
                    + ", so that it cannot wait offline until the others are patched.");
        }
        return Optional.empty();
    }

    private static List<Integer> places(List<Step> steps, Hold hold) {
        return java.util.stream.IntStream.range(0, steps.size())
                .filter(at -> places(steps.get(at)).anyMatch(hold::equals))
                .boxed()
                .toList();
    }

    /** Where it is held now. */
    public static Optional<Hold> at(State state) {
        return state.wishes()
                .open()
                .filter(question -> question.kind() == Question.Kind.HOLD)
                .flatMap(Hold::of);
    }

    /** Clients wait while it is held, so that no limit and no pause ends that. */
    static boolean isOffline(State state) {
        return at(state).filter(hold -> hold != Hold.READY).isPresent();
    }

    /** It was answered. A no before the patch brings it online as it was, and ends it; after it there is no way back, and it comes online. */
    static State answered(State now, Wishes.Answer answer) {
        boolean on = answer.yes() || at(now).filter(Hold.ONLINE::equals).isPresent();
        return on
                ? now.wishing(now.wishes().answered(new Wishes.Answer(answer.question(), true, answer.by())))
                : WayBack.taken(now, List.of(), "It was called back by " + answer.by() + " before it was patched.");
    }

    /** Somebody has asked for its end: who is offline comes online first, with the patch where it has it. */
    static State aborted(State now, String by) {
        return at(now).map(hold -> switch (hold) {
                    case READY -> now;
                    case OFFLINE -> WayBack.taken(now, List.of(), "The run was aborted by " + by + ".");
                    case ONLINE ->
                        answered(now, new Wishes.Answer(now.wishes().open().orElseThrow(), true, by));
                })
                .orElse(now);
    }
}
