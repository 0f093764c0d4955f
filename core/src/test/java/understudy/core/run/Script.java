package understudy.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import understudy.core.model.ActionId;
import understudy.core.model.Finding;
import understudy.core.model.Policy;
import understudy.core.model.StepId;
import understudy.core.planning.Plan;

/** A run's journal, written by hand: each call adds an event one second later. */
final class Script {
    static final Instant START = Instant.parse("2026-11-21T01:00:00Z");
    static final Finding WHY = Finding.error("DISK-FULL", "n2", "The disk of n2 is full.", "Make room.");

    final List<Event> events = new ArrayList<>();
    private State state = State.empty();
    private Instant now = START;

    static Script opened() {
        return opened(Policy.standard());
    }

    static Script opened(Policy policy) {
        return new Script().tell(new Event.RunOpened(START, TestingPlan.header(policy)));
    }

    /** Opened, with the whole plan adopted. */
    static Script planned() {
        return opened().adopt(TestingPlan.whole());
    }

    State state() {
        return state;
    }

    Instant now() {
        return now;
    }

    List<Action> outstanding() {
        return RunMachine.outstanding(state);
    }

    /** The steps that may be given out now. */
    List<String> performed() {
        return outstanding().stream()
                .filter(Action.Perform.class::isInstance)
                .map(action -> ((Action.Perform) action).action().toString())
                .toList();
    }

    Script tell(Event event) {
        events.add(event);
        state = RunMachine.apply(state, event);
        return this;
    }

    Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }

    Script later(Duration by) {
        now = now.plus(by);
        return tell(new Event.TimePassed(now));
    }

    Script adopt(Plan plan) {
        return tell(new Event.PlanAdopted(tick(), plan, PlanShape.hash(plan), "Testing."));
    }

    Script confirm() {
        return tell(new Event.PlanConfirmed(tick(), state.walk().hash()));
    }

    Script begin(String step) {
        return tell(new Event.StepBegan(tick(), action(step, count(step) + 1), Optional.empty()));
    }

    Script succeed(String step) {
        return tell(new Event.StepEnded(tick(), action(step, count(step)), new StepResult.Succeeded(), ""));
    }

    Script fail(String step) {
        return tell(new Event.StepEnded(tick(), action(step, count(step)), new StepResult.Failed(WHY), ""));
    }

    Script doubt(String step) {
        return tell(new Event.StepEnded(tick(), action(step, count(step)), new StepResult.Unknown(WHY), ""));
    }

    Script done(String... steps) {
        Arrays.stream(steps).forEach(step -> begin(step).succeed(step));
        return this;
    }

    Script endStage() {
        return tell(new Event.StageEnded(tick(), state.walk().stage()));
    }

    /** The passive nodes are patched, and the outage path of the handover is next. */
    Script passiveDone() {
        for (String node : List.of("n2", "n3")) {
            done("drain:" + node, "install:" + node, "restart:" + node, "release:" + node);
        }
        return endStage().confirm();
    }

    Script ask() {
        return outstanding().getFirst() instanceof Action.Ask(Question question)
                ? tell(new Event.QuestionAsked(tick(), question))
                : this;
    }

    Question open() {
        return state.wishes().open().orElseThrow();
    }

    Script answer(boolean yes) {
        return answer(open().id(), yes);
    }

    Script answer(String question, boolean yes) {
        return tell(new Event.QuestionAnswered(tick(), "request-" + events.size(), question, yes, "anna"));
    }

    Script pause() {
        return tell(new Event.PauseAsked(tick(), "request-" + events.size(), "anna"));
    }

    Script resume() {
        return tell(new Event.ResumeAsked(tick(), "request-" + events.size(), "anna"));
    }

    Script abort() {
        return tell(new Event.AbortAsked(tick(), "request-" + events.size(), "anna"));
    }

    Script finish() {
        Action.Finish finish = (Action.Finish) outstanding().getFirst();
        return tell(new Event.RunEnded(tick(), finish.result(), finish.sentence()));
    }

    Script crash() {
        state = RunMachine.replay(events);
        return this;
    }

    static ActionId action(String step, int attempt) {
        return new ActionId(TestingPlan.RUN, new StepId(step), attempt);
    }

    private int count(String step) {
        Attempts tried = state.attempts().get(new StepId(step));
        return tried == null ? 0 : tried.count();
    }
}
