package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.RunResult;

/** The site's hooks are asked before and told after a run, a node and an outage, and cannot break a run. */
class HooksTest {
    private static final StepId MOVE = new StepId("hand-over/mail/n2");

    private final TestingRun run = new TestingRun(2);
    private final TestingHooks hooks = new TestingHooks();

    @BeforeEach
    void listen() {
        run.hooks = hooks;
    }

    @Test
    void eachIsCalledOnceAndInOrder() throws Exception {
        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(hooks.calls)
                .containsExactly(
                        "BEFORE_RUN",
                        "BEFORE_NODE n2",
                        "AFTER_NODE n2",
                        "BEFORE_OUTAGE n2 mail",
                        "AFTER_OUTAGE n2 mail",
                        "BEFORE_NODE n1",
                        "AFTER_NODE n1",
                        "AFTER_RUN FINISHED");
    }

    @Test
    void aNoKeepsTheStepFromBeginningUntilItIsAYes() throws Exception {
        hooks.refusals = 2;

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(hooks.calls.stream().filter("BEFORE_OUTAGE n2 mail"::equals)).hasSize(3);
        assertThat(run.journal.all(Event.GuardsBlocked.class))
                .singleElement()
                .satisfies(blocked ->
                        assertThat(blocked.findings().getFirst().code()).isEqualTo("HOOK-REFUSES"));
        Event moved = run.journal.all(Event.StepBegan.class).stream()
                .filter(began -> began.action().step().equals(MOVE))
                .findFirst()
                .orElseThrow();
        Event blocked = run.journal.all(Event.GuardsBlocked.class).getFirst();
        assertThat(Duration.between(blocked.at(), moved.at()))
                .as("asked again every 30 seconds, not at every look")
                .isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aNoThatStaysIsAPersonsMatter() throws Exception {
        hooks.refusals = Integer.MAX_VALUE;

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence()).contains("The hook ticket says no.");
        assertThat(run.journal.all(Event.StepBegan.class))
                .noneMatch(began -> began.action().step().equals(MOVE));
        assertThat(hooks.calls.getLast()).isEqualTo("AFTER_RUN STOPPED");
    }

    @Test
    void aHookThatDoesNotHearIsAWarningAndNoMore() throws Exception {
        hooks.deaf = true;

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.FINISHED);
        assertThat(run.journal.all(Event.Warned.class))
                .extracting(warned -> warned.finding().sentence())
                .contains("The hook chat did not hear AFTER_NODE.", "The hook chat did not hear AFTER_RUN.");
    }
}
