package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.NodeId;
import understudy.core.run.Event;
import understudy.core.run.RunResult;

/** What a person answers while nobody carries the run. */
class EarlyAnswersTest {
    /** It has ended on the question whether to go on with its changed plan. */
    private static TestingRun stopped() throws Exception {
        TestingRun run = new TestingRun(3);
        run.policy = TestingPolicies.askOnChange();
        run.driver.atLook = () -> {
            if (run.cluster.machine(new NodeId("n3")).patched) {
                run.driver.atLook = () -> {};
                run.cluster.owner = Optional.of(new NodeId("n2"));
            }
        };
        assertThat(run.open().result()).isEqualTo(RunResult.STOPPED);
        return run;
    }

    private static Event.QuestionAnswered answer(String question, boolean yes) {
        return new Event.QuestionAnswered(TestingTime.START, "answer-1", question, yes, "anna");
    }

    @Test
    void yesToTheQuestionOnWhichTheRunEndedCountsWhenItIsResumed() throws Exception {
        TestingRun run = stopped();
        run.inbox.put(answer("plan/2", true));

        RunEnding ending = run.resume();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
    }

    @Test
    void noToItEndsTheRunAgain() throws Exception {
        TestingRun run = stopped();
        run.inbox.put(answer("plan/2", false));

        RunEnding ending = run.resume();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence()).startsWith("anna answered no to: The rest of the plan");
    }

    @Test
    void anAnswerToAQuestionThatWasNeverPutIsNotKept() throws Exception {
        TestingRun run = new TestingRun(3);
        run.policy = TestingPolicies.askOnChange();
        run.inbox.put(answer("plan/2", true));
        run.driver.atLook = () -> {
            if (run.cluster.machine(new NodeId("n3")).patched) {
                run.driver.atLook = () -> {};
                run.cluster.owner = Optional.of(new NodeId("n2"));
            }
        };

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
    }
}
