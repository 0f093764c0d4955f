package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.Finding;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.RunResult;
import understudy.engine.ports.Outcome;

/** A run that takes longer than its policy expects says so once, to whoever watches. */
class LongRunTest {
    private static List<Finding> warnings(List<Event> events) {
        return events.stream()
                .filter(Event.Warned.class::isInstance)
                .map(event -> ((Event.Warned) event).finding())
                .toList();
    }

    private static TestingRun slow() {
        TestingRun run = new TestingRun(3);
        run.policy = TestingPolicies.warnAfter(Duration.ofHours(1));
        run.driver.faults.put(new StepId("install/n2"), order -> {
            run.time.advance(Duration.ofMinutes(80));
            return Optional.of(run.driver.effect(order));
        });
        return run;
    }

    @Test
    void itIsToldOnceWithTheTimeItHasTaken() throws Exception {
        TestingRun run = slow();

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(warnings(run.journal.events))
                .containsExactly(Finding.warning(
                        "RUN-TAKES-LONG",
                        "night",
                        "The run has taken 80 min, and the policy expects it to end within 60 min.",
                        "It goes on; see with `understudy status night` where it is."));
        assertThat(warnings(run.told)).isEqualTo(warnings(run.journal.events));
    }

    @Test
    void itIsToldAgainWhenTheRunWasOpenedAgainAndTakesLongAgain() throws Exception {
        TestingRun run = slow();
        Finding why = Finding.error("DISK-FULL", "n3", "The disk of n3 is full.", "Make room.");
        run.driver.faults.put(new StepId("install/n3"), _ -> Optional.of(new Outcome.Failed(why)));
        assertThat(run.open().result()).isEqualTo(RunResult.FAILED);
        run.driver.faults.clear();
        run.driver.faults.put(new StepId("install/n1"), order -> {
            run.time.advance(Duration.ofMinutes(70));
            return Optional.of(run.driver.effect(order));
        });

        assertThat(run.resume().result()).isEqualTo(RunResult.FINISHED);

        assertThat(warnings(run.journal.events)).hasSize(2);
    }

    @Test
    void aRunThatWaitsForAPersonTellsItToo() throws Exception {
        TestingRun run = new TestingRun(2);
        run.policy = TestingPolicies.warnAfter(Duration.ofHours(1));
        run.inbox.put(new Event.PauseAsked(TestingTime.START, "pause-1", "anna"));
        run.inbox.script(() -> run.time.instant().isAfter(TestingTime.START.plus(Duration.ofHours(3)))
                ? List.of(new Event.ResumeAsked(TestingTime.START, "resume-1", "anna"))
                : List.of());

        run.open();

        assertThat(warnings(run.journal.events)).hasSize(1);
        assertThat(warnings(run.journal.events).getFirst().sentence()).startsWith("The run has taken 60 min");
    }

    @Test
    void aRunThatEndsInTimeTellsNothing() throws Exception {
        TestingRun run = new TestingRun(3);
        run.policy = TestingPolicies.warnAfter(Duration.ofHours(1));

        run.open();

        assertThat(warnings(run.journal.events)).isEmpty();
    }
}
