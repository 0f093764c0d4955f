package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.Question;
import understudy.core.run.RunResult;
import understudy.engine.ports.Outcome;

/** Pause, resume, skip, retry, abort and answers from another process. */
class WishesTest {
    private static Supplier<List<Event.Request>> when(Supplier<Boolean> condition, Event.Request request) {
        List<Event.Request> left = new ArrayList<>(List.of(request));
        return () -> {
            if (left.isEmpty() || !condition.get()) {
                return List.of();
            }
            return List.of(left.removeFirst());
        };
    }

    private static boolean has(TestingRun run, StepId step) {
        return run.driver.done.stream().anyMatch(action -> action.step().equals(step));
    }

    @Test
    void abortEndsAtASafePlaceAndGivesBack() throws Exception {
        TestingRun run = new TestingRun(3);
        run.inbox.script(when(
                () -> has(run, new StepId("install/n2")), new Event.AbortAsked(TestingTime.START, "abort-1", "anna")));

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.ABORTED);
        assertThat(ending.sentence()).startsWith("The run was aborted by anna.");
        assertThat(run.cluster.machine(new NodeId("n3")).patched).isFalse();
        assertThat(run.cluster.machine(new NodeId("n2")).drained)
                .as("it still asks for its restart")
                .isTrue();
        assertThat(run.journal.all(Event.LedgerKept.class)).hasSize(1);
        assertThat(run.driver.testingLock().held).isEmpty();
    }

    @Test
    void aPausedRunWaitsAndKeepsItsLockUntilItIsResumed() throws Exception {
        TestingRun run = new TestingRun(2);
        Instant later = TestingTime.START.plusSeconds(7200);
        run.inbox.put(new Event.PauseAsked(TestingTime.START, "pause-1", "anna"));
        run.inbox.script(
                when(() -> run.time.instant().isAfter(later), new Event.ResumeAsked(later, "resume-1", "anna")));

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(run.driver.calls).contains("lock.renew");
        assertThat(run.journal.all(Event.StepBegan.class).getFirst().at()).isAfter(later);
    }

    @Test
    void aSkippedNodeIsLeftOutAndTheRunEndsIncomplete() throws Exception {
        TestingRun run = new TestingRun(3);
        run.inbox.put(new Event.SkipAsked(TestingTime.START, "skip-1", new NodeId("n3"), "anna"));

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.INCOMPLETE);
        assertThat(ending.sentence()).contains("Skipped: n3.");
        assertThat(run.cluster.machine(new NodeId("n3")).patched).isFalse();
    }

    @Test
    void retryAnswersTheQuestionAboutAFailedStep() throws Exception {
        TestingRun run = new TestingRun(2);
        run.unattended = false;
        StepId install = new StepId("install/n2");
        Finding why = Finding.error("DISK-FULL", "n2", "The disk of n2 is full.", "Make room.");
        run.driver.faults.put(install, _ -> Optional.of(new Outcome.Failed(why)));
        Supplier<List<Event.Request>> retry = when(
                () -> !run.journal.all(Event.QuestionAsked.class).isEmpty(),
                new Event.RetryAsked(TestingTime.START, "retry-1", install, "anna"));
        run.inbox.script(() -> {
            List<Event.Request> requests = retry.get();
            if (!requests.isEmpty()) {
                run.driver.faults.clear();
            }
            return requests;
        });

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(run.journal.all(Event.QuestionAsked.class))
                .extracting(asked -> asked.question().kind())
                .containsExactly(Question.Kind.STEP_FAILED);
    }

    @Test
    void aRequestThatIsDeliveredAgainCountsOnce() throws Exception {
        TestingRun run = new TestingRun(2);
        Event.PauseAsked pause = new Event.PauseAsked(TestingTime.START, "pause-1", "anna");
        run.inbox.put(pause);
        run.inbox.put(pause);
        run.inbox.put(new Event.ResumeAsked(TestingTime.START, "resume-1", "anna"));
        run.inbox.script(
                () -> run.time.instant().isAfter(TestingTime.START.plusSeconds(5)) ? List.of(pause) : List.of());

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.FINISHED);
        assertThat(run.journal.all(Event.PauseAsked.class)).hasSize(1);
    }

    @Test
    void changedInputsAreNotResumed() throws Exception {
        TestingRun run = new TestingRun(2);
        run.driver.killAfter(20);
        assertKilled(run);
        run.driver.live();

        org.assertj.core.api.Assertions.assertThatThrownBy(run::resumeWithOtherInputs)
                .isInstanceOf(RunRefused.class)
                .hasMessage("The inventory, patch, procedure or policy of run night has changed since it was opened."
                        + " Bring the old files back, or abort the run and open a new one.");
    }

    private static void assertKilled(TestingRun run) {
        org.assertj.core.api.Assertions.assertThatThrownBy(run::open).isInstanceOf(Killed.class);
    }
}
