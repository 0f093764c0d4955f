package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import understudy.core.model.Finding;
import understudy.core.model.StepId;
import understudy.core.run.RunResult;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** The policy's two numbers: failures in the whole run, and in a row without a success between them. */
class FailureBudgetTest {
    private static final Finding WHY = Finding.error("DISK-FULL", "n2", "The disk of n2 is full.", "Make room.");

    /** Fails that many times, then works. */
    private static Function<Order, Optional<Outcome>> failing(int times) {
        AtomicInteger calls = new AtomicInteger();
        return _ -> calls.getAndIncrement() < times ? Optional.of(new Outcome.Failed(WHY)) : Optional.empty();
    }

    private static TestingRun run(int failures, int failuresInARow) {
        TestingRun run = new TestingRun(3);
        run.policy = TestingPolicies.failures(failures, failuresInARow);
        return run;
    }

    @Test
    void aFailureThatIsFollowedByASuccessDoesNotStopTheRun() throws Exception {
        TestingRun run = run(3, 1);
        run.driver.faults.put(new StepId("install/n2"), failing(1));
        run.driver.faults.put(new StepId("install/n3"), failing(1));
        run.driver.faults.put(new StepId("install/n1"), failing(1));

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
    }

    @Test
    void theBudgetIsOfTheWholeRun() throws Exception {
        TestingRun run = run(2, 5);
        run.driver.faults.put(new StepId("install/n2"), failing(1));
        run.driver.faults.put(new StepId("install/n3"), failing(1));
        run.driver.faults.put(new StepId("install/n1"), failing(1));

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.FAILED);
        assertThat(ending.sentence()).startsWith("Steps have failed 3 times in this run");
        assertThat(run.cluster.machines.values()).noneMatch(machine -> machine.drained);
    }

    @Test
    void theSentenceNamesTheCauseAndNotOnlyTheCount() throws Exception {
        TestingRun run = run(3, 0);
        run.driver.faults.put(new StepId("install/n2"), failing(9));

        assertThat(run.open().sentence())
                .contains("1 of them in a row; the policy allows 3 and 0.")
                .contains("The disk of n2 is full. Make room.");
    }
}
