package understudy.core.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import understudy.core.model.ActionId;
import understudy.core.model.StepId;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep;

/** Keeps the journal of a random run and holds every rule of the machine against each of its states. */
final class Claims implements RandomRun.Journal {
    private final List<Event> events = new ArrayList<>();
    private final Set<ActionId> begun = new HashSet<>();
    private final Set<String> requests = new HashSet<>();
    private final List<String> broken = new ArrayList<>();
    private State state = State.empty();

    @Override
    public State state() {
        return state;
    }

    List<Event> events() {
        return events;
    }

    List<String> broken() {
        return broken;
    }

    @Override
    public void append(Event event) {
        State before = state;
        events.add(event);
        state = RunMachine.apply(before, event);
        if (event instanceof Event.Request request && before.ending().isEmpty()) {
            boolean isNew = requests.add(request.request());
            claim(isNew || same(before), "a request that came again changed something", event);
        }
        claim(RunMachine.apply(state, event).equals(state), "the same event at once again changed something", event);
        judge(event);
        if (event instanceof Event.StepBegan began) {
            begun.add(began.action());
        }
    }

    private boolean same(State before) {
        return before.timed(state.clock()).equals(state);
    }

    private void judge(Event event) {
        List<Action> demanded = RunMachine.outstanding(state);
        claim(demanded.isEmpty() == state.ending().isPresent(), "a run demands something exactly until it ends", event);
        List<Action.Perform> performs = demanded.stream()
                .filter(Action.Perform.class::isInstance)
                .map(Action.Perform.class::cast)
                .toList();
        Set<StepId> steps = new HashSet<>();
        for (Action.Perform perform : performs) {
            StepId step = perform.step().id();
            claim(steps.add(step), "a step is demanded twice", event);
            claim(!state.walk().done().contains(step), "a step that is done is demanded", event);
            claim(perform.underWay() == state.isUnderWay(step), "what is under way is probed", event);
            boolean isNew = !begun.contains(perform.action());
            boolean known =
                    event instanceof Event.StepBegan began && began.action().equals(perform.action());
            claim(perform.underWay() ? !isNew || known : isNew && rises(perform.action()), "action ids rise", event);
            claim(!isHeld() || isCommitted(perform), "a held run goes on only with what is committed", event);
        }
        boolean finishes = demanded.stream().anyMatch(Action.Finish.class::isInstance);
        claim(!finishes || state.underWay().isEmpty(), "a run does not end while something is under way", event);
        boolean isUnhindered = state.walk().missed().isEmpty()
                && state.blocks().isEmpty()
                && state.wishes().open().isEmpty()
                && clientsWaitUntilLater();
        boolean isHeard = demanded.stream()
                .anyMatch(action -> (action instanceof Action.Wait(String why, var _) && why.contains("is paused by"))
                        || (action instanceof Action.Finish(RunResult result, String _)
                                && result == RunResult.ABORTED));
        claim(
                !isUnhindered || !isHeard,
                "where clients wait and nothing has failed, neither pause nor abort is heard",
                event);
    }

    private boolean rises(ActionId action) {
        return begun.stream()
                .filter(old -> old.step().equals(action.step()))
                .allMatch(old -> old.attempt() < action.attempt());
    }

    private boolean isHeld() {
        Wishes wishes = state.wishes();
        return wishes.open().isPresent()
                || wishes.pausedBy().isPresent()
                || wishes.abortedBy().isPresent()
                || wishes.refusal().isPresent();
    }

    /** It was given out before, or clients have been waiting since the step before it. */
    private boolean isCommitted(Action.Perform perform) {
        return perform.underWay() || isInside(perform.step()) || clientsWaitUntilLater();
    }

    /** Of what is left of the plan, an end of an outage comes before any beginning of one. */
    private boolean clientsWaitUntilLater() {
        return state.walk().rest().stream()
                .flatMap(stage -> stage.steps().stream())
                .map(step -> step.source().outage())
                .filter(outage -> outage != ProcedureStep.Outage.NONE)
                .findFirst()
                .filter(outage -> outage == ProcedureStep.Outage.INSIDE || outage == ProcedureStep.Outage.ENDS)
                .isPresent();
    }

    private boolean isInside(Step step) {
        List<Step> lead = state.walk().current().orElseThrow().lead();
        if (lead.isEmpty()) {
            return false;
        }
        int at = lead.indexOf(step);
        boolean enters = at == 0
                || state.walk().done().contains(lead.get(Math.max(0, at - 1)).id());
        return OutagePath.isInside(step) && enters;
    }

    private void claim(boolean holds, String rule, Event after) {
        if (!holds) {
            broken.add(rule + ": after event " + events.size() + ", "
                    + after.getClass().getSimpleName() + ", " + RunMachine.outstanding(state));
        }
    }
}
