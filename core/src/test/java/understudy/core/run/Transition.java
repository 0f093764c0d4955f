package understudy.core.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.StepId;
import understudy.core.planning.Plan;

/** One event in one state: in its place, where it counts, or out of place, where it must not. */
record Transition(String where, State before, Event event, boolean counts) {
    private static final Instant AT = Script.START;
    private static final LedgerEntry DRAIN = new LedgerEntry(
            "drain-n2", TestingPlan.RUN, LedgerEntry.Kind.DRAIN, Optional.empty(), Optional.empty(), "", "");
    private static final Question QUESTION =
            new Question("plan/2", Question.Kind.PLAN_CHANGED, "Go on?", Optional.empty());

    static List<Transition> all() {
        return List.of(
                counts("in an empty journal", State.empty(), opened()),
                ignored("in a run that is open", Script.opened(), opened()),
                counts("where a look is due", Script.opened(), adopted()),
                ignored("where no look is due", Script.planned(), adopted()),
                ignored(
                        "while a step is under way",
                        Script.planned().begin("drain:n2").resume(),
                        adopted()),
                counts("after a stage", atStageEnd().endStage(), confirmed(TestingPlan.whole())),
                ignored("for another plan", atStageEnd().endStage(), confirmed(TestingPlan.plan())),
                ignored("where no look is due", Script.planned(), confirmed(TestingPlan.whole())),
                counts("where a look is due", Script.opened(), refused()),
                ignored("where no look is due", Script.planned(), refused()),
                counts("where a look is due", Script.opened(), nothingLeft()),
                ignored(
                        "while a step is under way",
                        Script.planned().begin("drain:n2").resume(),
                        nothingLeft()),
                counts("for a step whose turn it is", Script.planned(), began("drain:n2", 1)),
                ignored("for a step whose turn is later", Script.planned(), began("install:n2", 1)),
                ignored("for a step that no plan has", Script.planned(), began("drain:n9", 1)),
                ignored("for an attempt that comes later", Script.planned(), began("drain:n2", 2)),
                ignored("for a step that is under way", Script.planned().begin("drain:n2"), began("drain:n2", 2)),
                ignored("for a step that is done", Script.planned().done("drain:n2"), began("drain:n2", 2)),
                counts("for what is under way", Script.planned().begin("drain:n2"), ended("drain:n2", 1)),
                ignored("for what never began", Script.planned(), ended("drain:n2", 1)),
                ignored("for an earlier attempt", missedOnce().begin("drain:n2"), ended("drain:n2", 1)),
                ignored("for what has ended", Script.planned().done("drain:n2"), ended("drain:n2", 1)),
                counts("where every lane is done", atStageEnd(), new Event.StageEnded(AT, 0)),
                ignored("where a lane is not done", Script.planned(), new Event.StageEnded(AT, 0)),
                ignored("for another stage", atStageEnd(), new Event.StageEnded(AT, 1)),
                counts("for a step whose turn it is", Script.planned(), blocked("drain:n2")),
                ignored("for a step whose turn is later", Script.planned(), blocked("release:n2")),
                counts("in an open run", Script.opened(), new Event.LedgerOpened(AT, DRAIN)),
                ignored("for an entry that is open", withDrain(), new Event.LedgerOpened(AT, DRAIN)),
                ignored("after the end", stopped(), new Event.LedgerOpened(AT, DRAIN)),
                counts("for an entry that is open", withDrain(), new Event.LedgerReturned(AT, DRAIN)),
                counts("after the end too", stoppedWithDrain(), new Event.LedgerReturned(AT, DRAIN)),
                ignored("for an entry that is not open", Script.opened(), new Event.LedgerReturned(AT, DRAIN)),
                counts("as time that has passed", Script.opened(), new Event.LedgerKept(later(), DRAIN, "Why.")),
                ignored("in its books", withDrain(), new Event.LedgerKept(AT, DRAIN, "Why.")),
                counts("for a higher token", locked(1), lock(2)),
                ignored("for a lower token", locked(2), lock(1)),
                counts("for the lock that is held", locked(2), new Event.LockGivenUp(AT, 2)),
                ignored("for an older lock", locked(2), new Event.LockGivenUp(AT, 1)),
                counts("in an open run", Script.opened(), measured()),
                ignored("where it is known", Script.opened().tell(measured()), measured()),
                counts("as time that has passed", Script.opened(), explained(later())),
                ignored("in its books", Script.opened().tell(measured()), explained(AT)),
                counts("where nothing is open", Script.opened(), new Event.QuestionAsked(AT, QUESTION)),
                ignored("where one is open", asked(), new Event.QuestionAsked(AT, QUESTION)),
                ignored("where it is answered", asked().answer(true), new Event.QuestionAsked(AT, QUESTION)),
                counts("for the open question", asked(), answered("1")),
                ignored("when it comes again", asked().tell(answered("1")), answered("1")),
                counts("in an open run", Script.opened(), new Event.PauseAsked(AT, "1", "anna")),
                ignored("when it comes again", paused().resume(), new Event.PauseAsked(AT, "1", "anna")),
                counts("in a paused run", paused(), new Event.ResumeAsked(AT, "2", "anna")),
                counts("after an end that can be resumed", stopped(), new Event.ResumeAsked(AT, "2", "anna")),
                ignored("after an end for good", aborted(), new Event.ResumeAsked(AT, "2", "anna")),
                ignored("when it comes again", resumed().pause(), new Event.ResumeAsked(AT, "2", "anna")),
                counts("for the step that is asked about", failed(), retry()),
                ignored("when it comes again", failed().tell(retry()), retry()),
                counts("in an open run", Script.opened(), skip()),
                ignored("when it comes again", Script.opened().tell(skip()), skip()),
                counts("in an open run", Script.opened(), new Event.GoBackAsked(AT, "1", Optional.empty(), "anna")),
                counts(
                        "for a node",
                        Script.planned(),
                        new Event.GoBackAsked(AT, "1", Optional.of(new NodeId("n2")), "anna")),
                ignored("after the end", stopped(), new Event.GoBackAsked(AT, "1", Optional.empty(), "anna")),
                counts("in an open run", Script.opened(), new Event.AbortAsked(AT, "1", "anna")),
                ignored("after the end", stopped(), new Event.AbortAsked(AT, "1", "anna")),
                counts("for a later time", Script.opened(), new Event.TimePassed(later())),
                ignored("for an earlier time", Script.planned(), new Event.TimePassed(AT)),
                counts("as time that has passed", Script.opened(), new Event.Warned(later(), Script.WHY)),
                ignored("in what is done", Script.planned(), new Event.Warned(AT, Script.WHY)),
                counts("as time that has passed", Script.opened(), new Event.AuditSealed(later(), 7, "f00d")),
                ignored("in what is done", Script.planned(), new Event.AuditSealed(AT, 7, "f00d")),
                counts("where nothing is under way", Script.planned(), over()),
                ignored("while a step is under way", Script.planned().begin("drain:n2"), over()),
                ignored("after the end", stopped(), over()));
    }

    private static Transition counts(String where, Script script, Event event) {
        return new Transition(where, script.state(), event, true);
    }

    private static Transition counts(String where, State before, Event event) {
        return new Transition(where, before, event, true);
    }

    private static Transition ignored(String where, Script script, Event event) {
        return new Transition(where, script.state(), event, false);
    }

    private static Script atStageEnd() {
        Script script = Script.planned();
        for (String node : List.of("n2", "n3")) {
            script.done("drain:" + node, "install:" + node, "restart:" + node, "release:" + node);
        }
        return script;
    }

    private static Script missedOnce() {
        return Script.planned().begin("drain:n2").fail("drain:n2").confirm();
    }

    private static Script failed() {
        Script twice = missedOnce().begin("drain:n2").fail("drain:n2").confirm();
        return twice.later(Lanes.BREATH.multipliedBy(3))
                .done("drain:n3", "install:n3", "restart:n3", "release:n3")
                .ask();
    }

    private static Script withDrain() {
        return Script.planned().tell(new Event.LedgerOpened(AT, DRAIN));
    }

    private static Script stopped() {
        return Script.planned().tell(over());
    }

    private static Script stoppedWithDrain() {
        return withDrain().tell(over());
    }

    private static Script aborted() {
        return Script.planned().abort().finish();
    }

    private static Script paused() {
        return Script.planned().tell(new Event.PauseAsked(AT, "1", "anna"));
    }

    private static Script resumed() {
        return paused().tell(new Event.ResumeAsked(AT, "2", "anna"));
    }

    private static Script locked(long token) {
        return Script.planned().tell(lock(token));
    }

    private static Script asked() {
        return Script.planned().tell(new Event.QuestionAsked(AT, QUESTION));
    }

    private static Instant later() {
        return AT.plusSeconds(3600);
    }

    private static Event opened() {
        return new Event.RunOpened(AT, TestingPlan.header(understudy.core.model.Policy.standard()));
    }

    private static Event adopted() {
        Plan plan = TestingPlan.whole();
        return new Event.PlanAdopted(AT, plan, PlanShape.hash(plan), "Testing.");
    }

    private static Event confirmed(Plan plan) {
        return new Event.PlanConfirmed(AT, PlanShape.hash(plan));
    }

    private static Event refused() {
        return new Event.PlanRefused(AT, List.of(Script.WHY));
    }

    private static Event nothingLeft() {
        return new Event.NothingLeft(AT, List.of(Finding.note("TESTING", "n1", "Testing.")), false);
    }

    private static Event began(String step, int attempt) {
        return new Event.StepBegan(AT, Script.action(step, attempt), Optional.empty());
    }

    private static Event ended(String step, int attempt) {
        return new Event.StepEnded(AT, Script.action(step, attempt), new StepResult.Succeeded(), "");
    }

    private static Event blocked(String step) {
        return new Event.GuardsBlocked(AT, new StepId(step), List.of(Script.WHY));
    }

    private static Event lock(long token) {
        return new Event.LockTaken(AT, token, AT.plusSeconds(1800));
    }

    private static Event measured() {
        return new Event.OutageMeasured(AT, new GroupId("mail"), AT, AT.plusSeconds(6));
    }

    private static Event explained(Instant at) {
        return new Event.OutageExplained(at, new GroupId("mail"), AT, List.of(), List.of(), Optional.empty());
    }

    private static Event answered(String request) {
        return new Event.QuestionAnswered(AT, request, QUESTION.id(), true, "anna");
    }

    private static Event retry() {
        return new Event.RetryAsked(AT, "retry-1", new StepId("drain:n2"), "anna");
    }

    private static Event skip() {
        return new Event.SkipAsked(AT, "1", new NodeId("n3"), "anna");
    }

    private static Event over() {
        return new Event.RunEnded(AT, RunResult.STOPPED, "Testing.");
    }
}
