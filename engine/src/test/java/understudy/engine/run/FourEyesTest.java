package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.core.model.Policy;
import understudy.core.run.Event;
import understudy.core.run.RunResult;

/** Where the policy wants four eyes nothing begins, and no question is settled, by one person alone. */
class FourEyesTest {
    private final TestingRun run = new TestingRun(2);

    @BeforeEach
    void wantTwo() {
        run.policy = Policy.standard().draft().fourEyes(true).build();
    }

    @Test
    void nothingBeginsBeforeASecondPersonHasAgreedToThePlan() throws Exception {
        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence())
                .contains("tester has said yes", "somebody else says `understudy approve night start`")
                .endsWith(".");
        assertThat(run.driver.done).isEmpty();
    }

    @Test
    void theSecondYesLetsItBegin() throws Exception {
        run.open();
        run.inbox.put(new Event.QuestionAnswered(run.time.instant(), "approve/1", "start", true, "bob"));

        RunEnding ending = run.resume();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
    }

    @Test
    void theSamePersonTwiceIsOnePerson() throws Exception {
        run.open();
        run.inbox.put(new Event.QuestionAnswered(run.time.instant(), "approve/1", "start", true, "tester"));

        assertThat(run.resume().result()).isEqualTo(RunResult.STOPPED);
        assertThat(run.driver.done).isEmpty();
    }

    @Test
    void oneNoIsEnough() throws Exception {
        run.open();
        run.inbox.put(new Event.QuestionAnswered(run.time.instant(), "approve/1", "start", false, "bob"));

        RunEnding ending = run.resume();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence()).startsWith("bob answered no");
    }
}
