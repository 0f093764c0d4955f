package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.RunResult;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Outcome;

/** Between the stop of a group on its old owner and its start on the new one: what is judged there, and what is not. */
class InsideOutagePathTest {
    private static final NodeId OLD = new NodeId("n1");
    private static final NodeId NEW = new NodeId("n2");

    private final TestingRun run = new TestingRun(2);

    @BeforeEach
    void aGroupThatIsStoppedAndStartedAndNeverGoesBack() {
        run.versionFence = true;
        run.rules.stopsAndStarts = true;
        run.cluster.machine(NEW).patched = true;
        run.cluster.withdrawn.add(OLD);
    }

    private void whenTheGroupHasStopped(Runnable surprise) {
        run.driver.faults.put(new StepId("stop/mail"), order -> {
            Outcome outcome = run.driver.effect(order);
            surprise.run();
            return Optional.of(outcome);
        });
    }

    private boolean isStarted() {
        return run.driver.calls.stream().anyMatch(call -> call.startsWith("perform start"));
    }

    private List<String> codes() {
        return run.journal.all(Event.GuardsBlocked.class).stream()
                .flatMap(blocked -> blocked.findings().stream())
                .map(Finding::code)
                .toList();
    }

    @Test
    void nothingIsAskedOfTheClusterBetweenTheProofOfOneStepAndTheNext() throws Exception {
        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        int stop = run.driver.calls.indexOf("perform stop/mail");
        assertThat(run.driver.calls.subList(stop, stop + 3))
                .containsExactly("perform stop/mail", "observe", "perform start/mail/n2");
    }

    @Test
    void whatNewerBinariesHaveStartedIsNotStartedByOldOnes() throws Exception {
        whenTheGroupHasStopped(() -> {
            run.cluster.groupPatch = new PatchState.Patched();
            run.cluster.machine(NEW).patched = false;
        });

        RunEnding ending = run.open();

        assertThat(isStarted()).isFalse();
        assertThat(codes()).containsOnly("VERSION-FENCE");
        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence()).contains("newer binaries have started it and n2 is not known to have them");
    }

    @Test
    void aFenceThatSomebodyOpensInsideThePathIsWaitedForAndThenTheGroupIsStarted() throws Exception {
        whenTheGroupHasStopped(() -> run.cluster.withdrawn.clear());
        Instant closed = TestingTime.START.plusSeconds(120);
        run.driver.atLook = () -> {
            if (run.time.instant().isAfter(closed)) {
                run.cluster.withdrawn.add(OLD);
            }
        };

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(codes()).containsOnly("FENCE-NOT-UP");
        assertThat(run.journal.all(Event.StepBegan.class).stream()
                        .filter(began -> began.action().step().equals(new StepId("start/mail/n2")))
                        .map(Event.StepBegan::at))
                .allMatch(at -> at.isAfter(closed));
    }

    @Test
    void aLeaseThatHasRunOutInsideThePathIsRenewedBeforeTheStart() throws Exception {
        whenTheGroupHasStopped(() -> run.time.advance(Duration.ofMinutes(40)));

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(codes()).containsOnly("LOCK-ENDS-TOO-EARLY");
        assertThat(run.driver.calls.indexOf("lock.renew"))
                .isLessThan(run.driver.calls.indexOf("perform start/mail/n2"));
    }

    @Test
    void aLockThatSomebodyElseHasTakenMeanwhileForbidsTheStart() throws Exception {
        whenTheGroupHasStopped(() -> {
            run.time.advance(Duration.ofMinutes(40));
            run.driver.testingLock().instead =
                    Optional.of(new ClusterLock.Answer.HeldByOther("day", "store-2", TestingTime.START));
        });

        RunEnding ending = run.open();

        assertThat(isStarted()).isFalse();
        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence()).contains("The cluster is locked by run day");
    }

    @Test
    void whoAbortsWhenAStepInsideHasFailedIsHeardWhenTheGroupIsServedAgain() throws Exception {
        Finding why = Finding.error("BUSY", "n2", "n2 is busy.", "Wait.");
        run.driver.faults.put(new StepId("start/mail/n2"), _ -> {
            run.driver.faults.clear();
            run.inbox.put(new Event.AbortAsked(run.time.instant(), "abort-1", "anna"));
            return Optional.of(new Outcome.Failed(why));
        });

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.ABORTED);
        assertThat(run.cluster.owner).isEqualTo(Optional.of(NEW));
    }

    @Test
    void aPersonWhoSaysNoToAnotherAttemptInsideEndsTheRun() throws Exception {
        run.unattended = false;
        Finding why = Finding.error("BUSY", "n2", "n2 is busy.", "Wait.");
        run.driver.faults.put(new StepId("start/mail/n2"), _ -> Optional.of(new Outcome.Failed(why)));
        run.inbox.script(() -> run.journal.all(Event.QuestionAsked.class).stream()
                .<Event.Request>map(asked -> new Event.QuestionAnswered(
                        asked.at(), "no", asked.question().id(), false, "anna"))
                .toList());

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence()).startsWith("anna answered no to: n2 is busy.");
        assertThat(run.journal.all(Event.QuestionAsked.class)).hasSize(1);
    }
}
