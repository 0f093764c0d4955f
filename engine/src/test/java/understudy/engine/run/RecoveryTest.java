package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import understudy.core.model.Finding;
import understudy.core.model.StepId;
import understudy.core.safety.GuardInput;
import understudy.engine.ports.Outcome;

/** What passes guards after a failure, and what does not. */
class RecoveryTest {
    private static List<GuardInput> judged(TestingRun run, String step) {
        return run.rules.asked.stream()
                .filter(input -> input.step().id().equals(new StepId(step)))
                .toList();
    }

    @Test
    void anotherAttemptThatTakesANodeAwayPassesNoGuardBecauseTheFirstHasFailed() throws Exception {
        TestingRun run = new TestingRun(3);
        Finding why = Finding.error("DISK-FULL", "n2", "The disk of n2 is full.", "Make room.");
        AtomicInteger attempts = new AtomicInteger();
        run.driver.faults.put(
                new StepId("install/n2"),
                _ -> attempts.getAndIncrement() == 0 ? Optional.of(new Outcome.Failed(why)) : Optional.empty());

        run.open();

        assertThat(judged(run, "install/n2")).hasSize(2).noneMatch(GuardInput::recovery);
    }

    @Test
    void aNodeIsGivenBackAfterAFailureAsRecovery() throws Exception {
        TestingRun run = new TestingRun(2);
        Finding why = Finding.error("SLOW", "n2", "n2 is slow.", "Wait.");
        AtomicInteger attempts = new AtomicInteger();
        run.driver.faults.put(
                new StepId("release/n2"),
                _ -> attempts.getAndIncrement() == 0 ? Optional.of(new Outcome.Failed(why)) : Optional.empty());

        run.open();

        assertThat(judged(run, "release/n2")).extracting(GuardInput::recovery).containsExactly(false, true);
    }
}
