package understudy.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import understudy.core.model.StepId;

/** What people ask of a run, and what they answer. */
class RequestsTest {
    private static Script confirming() {
        var path = TestingPlan.path("n2");
        return Script.opened()
                .adopt(TestingPlan.withLead(TestingPlan.confirm("well"), path.get(0)))
                .ask();
    }

    @Test
    void whileAQuestionIsOpenNothingNewIsGivenOut() {
        Script script = Script.planned().begin("drain:n2");
        Question question = new Question("plan/1", Question.Kind.PLAN_CHANGED, "Go on?", java.util.Optional.empty());
        script.tell(new Event.QuestionAsked(script.tick(), question));

        assertThat(script.performed()).containsExactly("night/drain:n2/1");
        assertThat(script.succeed("drain:n2").performed()).isEmpty();
    }

    @Test
    void yesToAConfirmationIsTheStepAndItIsNotAskedAgain() {
        Script script = confirming().answer(true);

        assertThat(script.performed()).containsExactly("night/prepare:mail>n2/1");
        assertThat(script.state().doneOnce()).containsExactly(new StepId("well:office"));
    }

    @Test
    void noEndsTheRunWhichAsksAgainWhenItIsResumed() {
        Script script = confirming().answer(false).finish();

        assertThat(script.resume().confirm().outstanding().getFirst()).isInstanceOf(Action.Ask.class);
    }

    @Test
    void toTryAgainConfirmsNothing() {
        Script script = confirming();
        script.tell(new Event.RetryAsked(script.tick(), "retry", new StepId("well:office"), "anna"));

        assertThat(script.state().wishes().open()).isPresent();
    }

    @Test
    void anAnswerToTheQuestionOnWhichTheRunEndedCountsWhenItIsPutAgain() {
        Script script = confirming();
        String question = script.open().id();
        script.tell(new Event.RunEnded(script.tick(), RunResult.STOPPED, "Nobody is there."));

        script.resume().answer(question, true).confirm().ask();

        assertThat(script.performed()).containsExactly("night/prepare:mail>n2/1");
    }

    @Test
    void aYesAfterANoCountsWhenTheQuestionIsPutAgain() {
        Script script = confirming();
        String question = script.open().id();

        script.answer(false).finish().resume().answer(question, true).confirm().ask();

        assertThat(script.performed()).containsExactly("night/prepare:mail>n2/1");
    }

    @Test
    void anAnswerToAQuestionThatWasNeverPutIsDropped() {
        Script script = Script.opened();
        script.answer("confirm/well:office/1", true);
        var path = TestingPlan.path("n2");

        script.adopt(TestingPlan.withLead(TestingPlan.confirm("well"), path.get(0)))
                .ask();

        assertThat(script.performed()).isEmpty();
        assertThat(script.state().wishes().open()).isPresent();
    }

    @Test
    void aSecondAnswerToTheSameQuestionIsDropped() {
        Script script = confirming();
        String question = script.open().id();

        State before = script.answer(question, true).state();
        State after = script.answer(question, false).state();

        assertThat(after.wishes().refusal()).isEmpty();
        assertThat(after.wishes().answers()).isEqualTo(before.wishes().answers());
    }
}
