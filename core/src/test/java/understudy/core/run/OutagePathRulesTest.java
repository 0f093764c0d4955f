package understudy.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.core.model.Policy;
import understudy.core.model.StepId;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep.AfterDoubt;
import understudy.core.procedure.ProcedureStep.By;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.Verb;

/** Safety rule 1 in the machine: what may forbid an outage is heard at its door, and inside only failure leaves it. */
class OutagePathRulesTest {
    private static Script atTheDoor() {
        return Script.planned().passiveDone().done("prepare:mail>n2");
    }

    private static Script inside() {
        return atTheDoor().done("stop:mail>n2");
    }

    private static Script insideAfterMisses(int misses) {
        Script script = inside();
        for (int miss = 0; miss < misses; miss++) {
            script.begin("move:mail>n2").fail("move:mail>n2").confirm();
        }
        return script;
    }

    @Test
    void itIsOnFromTheFirstStepThatClientsNoticeToTheLast() {
        assertThat(OutagePath.isOn(Script.opened().state())).isFalse();
        assertThat(OutagePath.isOn(Script.planned().begin("drain:n2").state())).isFalse();
        assertThat(OutagePath.isOn(atTheDoor().state())).isFalse();
        assertThat(OutagePath.isOn(atTheDoor().begin("stop:mail>n2").state())).isTrue();
        assertThat(OutagePath.isOn(inside().state())).isTrue();
        assertThat(OutagePath.isOn(insideAfterMisses(1).state())).isTrue();
        assertThat(OutagePath.isOn(inside().done("move:mail>n2").state())).isTrue();
        assertThat(OutagePath.isOn(
                        inside().done("move:mail>n2", "start:mail>n2").state()))
                .isFalse();
    }

    @Test
    void aPauseIsHeardAtTheDoor() {
        assertThat(atTheDoor().pause().outstanding().getFirst()).isInstanceOf(Action.Wait.class);
    }

    @Test
    void insideNeitherPauseNorAbortIsHeardBeforeTheGroupIsServedAgain() {
        Script script = inside().pause().abort();

        assertThat(script.performed()).containsExactly("night/move:mail>n2/1");
        assertThat(script.done("move:mail>n2").performed()).containsExactly("night/start:mail>n2/1");
        assertThat(script.done("start:mail>n2").outstanding().getFirst()).isInstanceOf(Action.Finish.class);
    }

    /** The group is stopped in the first stage and started in the third. */
    private static Script betweenTheStagesOfOneOutage() {
        var path = TestingPlan.path("n2");
        return Script.opened()
                .adopt(TestingPlan.plan(
                        lead(path.get(1)),
                        lead(TestingPlan.on("n2", "install", new Verb.Install())),
                        lead(path.get(3))))
                .done("stop:mail>n2")
                .endStage()
                .confirm();
    }

    private static Stage lead(Step step) {
        return new Stage("One step", List.of(step), List.of(), "Testing.");
    }

    @Test
    void anOutageOfSeveralStagesIsOnBetweenThem() {
        assertThat(OutagePath.isOn(betweenTheStagesOfOneOutage().state())).isTrue();
    }

    @Test
    void betweenTheStagesOfOneOutageNeitherPauseNorAbortIsHeard() {
        Script script = betweenTheStagesOfOneOutage().pause().abort();

        assertThat(script.performed()).containsExactly("night/install:n2/1");
        script.done("install:n2").endStage().confirm();
        assertThat(script.performed()).containsExactly("night/start:mail>n2/1");
        assertThat(script.done("start:mail>n2").outstanding().getFirst()).isInstanceOf(Action.Finish.class);
    }

    @Test
    void betweenTheStagesOfOneOutageAFailureMakesTheRunHearThem() {
        Script script =
                betweenTheStagesOfOneOutage().abort().begin("install:n2").fail("install:n2");

        assertThat(script.outstanding().getFirst()).isInstanceOf(Action.Finish.class);
    }

    @Test
    void aMissInsideIsFollowedByALookAndNotByAnEndWhoeverHasAborted() {
        Script script = inside().begin("move:mail>n2").abort().fail("move:mail>n2");

        assertThat(script.outstanding()).containsExactly(new Action.LookAndPlan());
        assertThat(script.confirm().performed()).containsExactly("night/move:mail>n2/2");
    }

    @Test
    void wherePlanningFindsNoWayOutTheWishesOfPeopleAreHeard() {
        Script script = inside().begin("move:mail>n2").abort().fail("move:mail>n2");
        script.tell(new Event.PlanRefused(script.tick(), List.of(Script.WHY)));

        assertThat(script.outstanding().getFirst()).isInstanceOf(Action.Finish.class);
    }

    @Test
    void whatHasFailedInsideAsOftenAsItMayIsAskedAboutAndNoEndsTheRun() {
        Script script = insideAfterMisses(2).ask();

        assertThat(script.open().kind()).isEqualTo(Question.Kind.STEP_FAILED);
        assertThat(script.answer(false).outstanding().getFirst()).isInstanceOf(Action.Finish.class);
    }

    @Test
    void aQuestionInsideDoesNotMakeTheRunDeaf() {
        assertThat(insideAfterMisses(2).ask().abort().outstanding().getFirst()).isInstanceOf(Action.Finish.class);
    }

    @Test
    void aQuestionInsideThatNobodyAnswersEndsByTheTimeOfThePolicy() {
        var policy = Policy.standard().draft().stopAfter(Duration.ofHours(1)).build();
        Script script = Script.opened(policy).adopt(TestingPlan.whole()).passiveDone();
        script.done("prepare:mail>n2", "stop:mail>n2");
        for (int miss = 0; miss < 2; miss++) {
            script.begin("move:mail>n2").fail("move:mail>n2").confirm();
        }

        assertThat(script.ask().later(Duration.ofHours(2)).outstanding().getFirst())
                .isInstanceOf(Action.Finish.class);
    }

    @Test
    void anotherAttemptInsideTakesNoBreath() {
        assertThat(insideAfterMisses(1).performed()).containsExactly("night/move:mail>n2/2");
    }

    @Test
    void whatAGuardForbidsInsideIsLeftForAnotherLook() {
        Script script = inside();
        script.tell(new Event.GuardsBlocked(script.tick(), new StepId("move:mail>n2"), List.of(Script.WHY)));

        assertThat(script.outstanding()).containsExactly(new Action.LookAndPlan());
    }

    @Test
    void aProcessThatDiesInsideGoesOnThereWithTheSameAction() {
        Script begun = inside().begin("move:mail>n2").crash().resume();

        assertThat(begun.performed()).containsExactly("night/move:mail>n2/1");
        assertThat(((Action.Perform) begun.outstanding().getFirst()).underWay()).isTrue();
    }

    @Test
    void anOperatorWithAPartInsideIsAskedAtTheDoor() {
        var source = TestingPlan.source("move", new Verb.HandOver(), Outage.INSIDE, AfterDoubt.ASK, By.OPERATOR);
        var path = TestingPlan.path("n2");
        Script script = Script.opened()
                .adopt(TestingPlan.withLead(
                        path.get(0), path.get(1), TestingPlan.of("move", "n2", source), path.get(3)))
                .done("prepare:mail>n2")
                .ask();

        assertThat(script.open().kind()).isEqualTo(Question.Kind.PRESENCE);
        assertThat(script.answer(true).performed()).containsExactly("night/stop:mail>n2/1");
    }
}
