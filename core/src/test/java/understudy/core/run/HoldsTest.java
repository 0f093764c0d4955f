package understudy.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.Policy;
import understudy.core.planning.Plan;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.Verb;

/** A run that goes together with others is held at its door, before its patch and before it is online, and nobody stays offline by it. */
class HoldsTest {
    private static final Step STOP =
            TestingPlan.of("stop", "n1", new Verb.StopGroup(Verb.Selector.whole()), Outage.BEGINS);
    private static final Step INSTALL = TestingPlan.on("n1", "install", new Verb.Install());
    private static final Step RESTART = TestingPlan.on("n1", "restart", new Verb.Restart(false));
    private static final Step START =
            TestingPlan.of("start", "n1", new Verb.StartGroup(Verb.Selector.whole()), Outage.ENDS);

    @Test
    void eachHoldStandsBeforeTheStepThatLeavesIt() {
        Script script = held(Policy.standard());

        assertThat(place(script, STOP)).contains(Hold.READY);
        assertThat(place(script, INSTALL)).contains(Hold.OFFLINE);
        assertThat(place(script, RESTART)).contains(Hold.OFFLINE);
        assertThat(place(script, START)).contains(Hold.ONLINE);
        ask(script, STOP).answer(true);
        assertThat(place(script, STOP)).as("it was let on").isEmpty();
        assertThat(Holds.before(Script.opened().state(), STOP))
                .as("a run that waits for nobody")
                .isEmpty();
    }

    @Test
    void whatItIsHeldForIsRead() {
        assertThat(Holds.before(held(Policy.standard()).state(), STOP)
                        .orElseThrow()
                        .text())
                .isEqualTo("It is held for the others, and its clients are about to notice it: may its outage begin?");
    }

    @Test
    void onePersonOrWhatCarriesThemAllIsEnoughWhereTwoMustAgreeToAnythingElse() {
        Script script = held(Policy.standard().draft().fourEyes(true).build());

        ask(script, STOP).answer(true);

        assertThat(place(script, STOP)).isEmpty();
    }

    @Test
    void noLimitEndsItWhileItsClientsWait() {
        Policy policy = Policy.standard().draft().stopAfter(Duration.ofHours(1)).build();
        Script ready = ask(held(policy), STOP).later(Duration.ofHours(2));
        assertThat(ready.outstanding().getFirst()).isInstanceOf(Action.Finish.class);

        Script offline = offline(policy);
        ask(offline, INSTALL).later(Duration.ofHours(2)).pause();

        assertThat(offline.outstanding().getFirst()).isInstanceOf(Action.Ask.class);
    }

    @Test
    void calledBackItDoesNothingElseThanToComeOnline() {
        Script script = ask(offline(Policy.standard()), INSTALL).answer(false);

        assertThat(script.state().targets().onlyBack()).isTrue();
        assertThat(script.outstanding()).containsExactly(new Action.LookAndPlan());
        script.adopt(plan(START));
        assertThat(place(script, START))
                .as("nobody is waited for on the way back")
                .isEmpty();
        script.done("start:mail>n1").endStage();
        script.tell(new Event.NothingLeft(script.tick(), List.of(), false));
        assertThat(script.outstanding())
                .containsExactly(new Action.Finish(
                        RunResult.TAKEN_BACK,
                        "It was called back by anna before it was patched. No node had been changed, so that none had"
                                + " to be taken back."));
    }

    @Test
    void whoIsPatchedComesOnlineWhateverIsSaid() {
        for (boolean yes : List.of(true, false)) {
            Script script = patched();
            ask(script, START).answer(yes);
            assertThat(script.performed()).containsExactly("night/start:mail>n1/1");
        }
        Script aborted = ask(patched(), START).abort();
        assertThat(aborted.performed()).containsExactly("night/start:mail>n1/1");
        assertThat(aborted.done("start:mail>n1").outstanding().getFirst())
                .isEqualTo(new Action.Finish(RunResult.ABORTED, "The run was aborted by anna."));
    }

    @Test
    void anAbortThatCameBeforeTheHoldIsHeardAtIt() {
        Script script = offline(Policy.standard()).abort();
        assertThat(script.performed()).as("clients wait").containsExactly("night/install:n1/1");

        ask(script, INSTALL);

        assertThat(script.state().wishes().open()).isEmpty();
        assertThat(script.state().targets().onlyBack()).isTrue();
    }

    @Test
    void whoIsResumedAfterAnEndWaitsAgain() {
        Script script = ask(held(Policy.standard()), STOP).answer(true);
        script.begin("stop:mail>n1").fail("stop:mail>n1");
        script.tell(new Event.RunEnded(script.tick(), RunResult.FAILED, "It failed."));

        script.resume();

        assertThat(place(script, STOP)).contains(Hold.READY);
    }

    @Test
    void whoCannotWaitOfflineIsToldWhy() {
        assertThat(Holds.against(plan(STOP, INSTALL, RESTART, START))).isEmpty();
        assertThat(Holds.against(plan(INSTALL, START)).orElseThrow())
                .isEqualTo(
                        "Its clients are served until step install:n1 takes their service away, so that it cannot wait"
                                + " offline before it is patched.");
        assertThat(Holds.against(plan(STOP, INSTALL, RESTART)).orElseThrow())
                .isEqualTo(
                        "No step of its own lets its clients in after step restart:n1, so that it cannot wait offline"
                                + " until the others are patched.");
        assertThat(Holds.against(plan(STOP, INSTALL, START, RESTART))).isPresent();
        assertThat(Holds.against(plan(START))).as("it changes nothing").isEmpty();
    }

    private static Script held(Policy policy) {
        Script script = new Script();
        script.tell(new Event.RunOpened(Script.START, TestingPlan.header(policy).heldFor(Optional.of("the others"))));
        return script.adopt(plan(STOP, INSTALL, START));
    }

    private static Script offline(Policy policy) {
        return ask(held(policy), STOP).answer(true).done("stop:mail>n1");
    }

    private static Script patched() {
        return ask(offline(Policy.standard()), INSTALL).answer(true).done("install:n1");
    }

    private static Script ask(Script script, Step step) {
        return script.tell(new Event.QuestionAsked(
                script.tick(), Holds.before(script.state(), step).orElseThrow()));
    }

    private static Optional<Hold> place(Script script, Step step) {
        return Holds.before(script.state(), step).flatMap(Hold::of);
    }

    private static Plan plan(Step... steps) {
        return TestingPlan.plan(new Stage("All of it", List.of(steps), List.of(), "Testing."));
    }
}
