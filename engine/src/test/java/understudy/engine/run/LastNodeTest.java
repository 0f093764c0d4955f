package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.NodeId;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.Question;
import understudy.core.run.RunResult;

/** Bake time and go/no-go before the last node that is not patched, in time that passes only where the engine waits. */
class LastNodeTest {
    private static final Duration BAKE = Duration.ofMinutes(30);

    private static Instant ended(TestingRun run, String step) {
        return run.journal.all(Event.StepEnded.class).stream()
                .filter(event -> event.action().step().equals(new StepId(step)))
                .map(Event.StepEnded::at)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static Instant began(TestingRun run, String step) {
        return run.journal.all(Event.StepBegan.class).stream()
                .filter(event -> event.action().step().equals(new StepId(step)))
                .map(Event.StepBegan::at)
                .findFirst()
                .orElseThrow();
    }

    private static Event.QuestionAnswered answer(boolean yes) {
        return new Event.QuestionAnswered(TestingTime.START, "answer-1", "confirm/go-no-go/mail/1", yes, "anna");
    }

    @Test
    void theLastNodeIsTakenWhenThePatchedOnesHaveServedForTheBakeTime() throws Exception {
        TestingRun run = new TestingRun(3);
        run.policy = TestingPolicies.bake(BAKE, false, Optional.empty());

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        Duration served = Duration.between(ended(run, "hand-over/mail/n2"), began(run, "drain/n1"));
        assertThat(served).isBetween(BAKE, BAKE.plusSeconds(2));
    }

    @Test
    void theBakeTimeIsWaitedForOnceAndNotAgainWithTheNodeDrained() throws Exception {
        TestingRun run = new TestingRun(3);
        run.policy = TestingPolicies.bake(BAKE, false, Optional.empty());

        run.open();

        assertThat(Duration.between(ended(run, "drain/n1"), began(run, "install/n1")))
                .isLessThan(Duration.ofMinutes(1));
        assertThat(Duration.between(ended(run, "release/n2"), began(run, "drain/n3")))
                .as("n3 is not the last")
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aNodeThatIsTakenTwiceBecauseItsInstallationFailedBakesNobodyTwice() throws Exception {
        TestingRun run = new TestingRun(3);
        run.policy = TestingPolicies.bake(BAKE, false, Optional.empty());
        var why = understudy.core.model.Finding.error("DISK-FULL", "n1", "The disk of n1 is full.", "Make room.");
        List<Boolean> left = new java.util.ArrayList<>(List.of(true));
        run.driver.faults.put(
                new StepId("install/n1"),
                _ -> left.isEmpty() || !left.removeFirst()
                        ? Optional.empty()
                        : Optional.of(new understudy.engine.ports.Outcome.Failed(why)));

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(Duration.between(began(run, "install/n1"), ended(run, "install/n1")))
                .isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void whileThePatchedNodesAreWatchedTheRunStillEndsByItsTime() throws Exception {
        TestingRun run = new TestingRun(3);
        run.policy = TestingPolicies.bake(Duration.ofHours(2), false, Optional.of(Duration.ofHours(1)));

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence()).startsWith("The run has taken 60 min, and the policy stops it after 60 min.");
        assertThat(run.time.instant()).isBefore(TestingTime.START.plus(Duration.ofMinutes(61)));
    }

    @Test
    void whoStopsWhileTheNodesAreWatchedDoesNotWatchThemAgainFromTheBeginning() throws Exception {
        TestingRun run = new TestingRun(3);
        run.policy = TestingPolicies.bake(Duration.ofMinutes(90), false, Optional.of(Duration.ofHours(1)));
        run.open();

        RunEnding ending = run.resume();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(Duration.between(ended(run, "hand-over/mail/n2"), began(run, "drain/n1")))
                .isBetween(Duration.ofMinutes(90), Duration.ofMinutes(91));
    }

    @Test
    void thePersonIsAskedWhenTheNodesHaveBeenWatchedAndTheRunGoesOnWithTheAnswer() throws Exception {
        TestingRun run = new TestingRun(3);
        run.unattended = false;
        run.policy = TestingPolicies.bake(BAKE, true, Optional.empty());
        Duration thinking = Duration.ofHours(3);
        run.inbox.script(() -> run.journal.all(Event.QuestionAsked.class).stream()
                .filter(asked -> run.time.instant().isAfter(asked.at().plus(thinking)))
                .<Event.Request>map(_ -> answer(true))
                .toList());

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        Event.QuestionAsked asked = run.journal.all(Event.QuestionAsked.class).getFirst();
        assertThat(asked.question().kind()).isEqualTo(Question.Kind.GO_NO_GO);
        assertThat(Duration.between(ended(run, "hand-over/mail/n2"), asked.at()))
                .isBetween(BAKE, BAKE.plusSeconds(2));
        assertThat(Duration.between(asked.at(), began(run, "drain/n1")))
                .as("the answer begins no second bake time")
                .isBetween(thinking, thinking.plusMinutes(1));
    }

    @Test
    void noStopsTheRunBeforeTheLastNodeAndResumeAsksAgain() throws Exception {
        TestingRun run = new TestingRun(3);
        run.unattended = false;
        run.policy = TestingPolicies.bake(Duration.ZERO, true, Optional.empty());
        run.inbox.script(
                () -> run.journal.all(Event.QuestionAsked.class).size() == 1 ? List.of(answer(false)) : List.of());

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence()).startsWith("anna answered no to: Is the service well?");
        assertThat(run.cluster.machine(new NodeId("n1")).patched).isFalse();
        assertThat(run.driver.testingLock().held).isEmpty();

        run.unattended = true;
        assertThat(run.resume().result()).isEqualTo(RunResult.FINISHED);
        assertThat(run.journal.all(Event.QuestionAsked.class)).hasSize(2);
    }

    @Test
    void whereNobodyIsThereTheQuestionCountsAsAnsweredOnceTheBakeTimeIsOver() throws Exception {
        TestingRun run = new TestingRun(3);
        run.policy = TestingPolicies.bake(BAKE, true, Optional.empty());

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(Duration.between(ended(run, "hand-over/mail/n2"), began(run, "drain/n1")))
                .isBetween(BAKE, BAKE.plusMinutes(1));
    }
}
