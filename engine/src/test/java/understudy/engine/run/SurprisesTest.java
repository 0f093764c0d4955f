package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.StepId;
import understudy.core.procedure.ProcedureStep.AfterDoubt;
import understudy.core.run.Event;
import understudy.core.run.RunResult;
import understudy.core.run.StepResult;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** What a run does when the cluster, the driver or the lock do not do what the plan says. */
class SurprisesTest {
    private static final Finding WHY = Finding.error("DISK-FULL", "n2", "The disk of n2 is full.", "Make room.");

    private static Function<Order, Optional<Outcome>> once(Outcome outcome) {
        AtomicInteger calls = new AtomicInteger();
        return _ -> calls.getAndIncrement() == 0 ? Optional.of(outcome) : Optional.empty();
    }

    @Test
    void whatSurelyDidNotHappenIsTriedAgainWithANewActionId() throws Exception {
        TestingRun run = new TestingRun(3);
        run.driver.faults.put(new StepId("install/n2"), once(new Outcome.Failed(WHY)));

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(run.driver.done.stream().map(Object::toString)).contains("night/install/n2/2");
    }

    @Test
    void aStepThatFailsAsOftenAsItMayEndsTheRunAndGivesTheNodeBack() throws Exception {
        TestingRun run = new TestingRun(3);
        run.driver.faults.put(new StepId("install/n2"), _ -> Optional.of(new Outcome.Failed(WHY)));

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.FAILED);
        assertThat(ending.sentence()).contains("The disk of n2 is full. Make room. It was tried 2 times.");
        assertThat(run.cluster.machines.values()).noneMatch(machine -> machine.drained);
        assertThat(run.driver.testingLock().held).isEmpty();
    }

    @Test
    void aFailedRunIsResumedWhenTheCauseIsGone() throws Exception {
        TestingRun run = new TestingRun(3);
        run.driver.faults.put(new StepId("install/n2"), _ -> Optional.of(new Outcome.Failed(WHY)));
        run.open();
        run.driver.faults.clear();

        RunEnding ending = run.resume();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
    }

    @Test
    void aCommandThatSaysItFailedAndHasDoneItIsNotBelieved() throws Exception {
        TestingRun run = new TestingRun(2);
        run.driver.faults.put(new StepId("install/n2"), order -> {
            run.driver.effect(order);
            return Optional.of(new Outcome.Failed(WHY));
        });

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.FINISHED);
        assertThat(run.driver.done).hasSize(9);
    }

    @Test
    void aCommandThatSaysItSucceededAndHasNotIsNotBelieved() throws Exception {
        TestingRun run = new TestingRun(2);
        run.driver.faults.put(new StepId("install/n2"), once(new Outcome.Succeeded("all good")));

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.FINISHED);
        List<Event.StepEnded> missed = run.journal.all(Event.StepEnded.class).stream()
                .filter(end -> end.result() instanceof StepResult.Unknown)
                .toList();
        assertThat(missed).hasSize(1);
        assertThat(missed.getFirst().result().toString())
                .contains("within its deadline of 300 s its result was not seen");
    }

    @Test
    void anExceptionOfTheDriverIsDoubtAndTheClusterIsLookedAt() throws Exception {
        TestingRun run = new TestingRun(2);
        run.driver.faults.put(new StepId("install/n2"), order -> {
            run.driver.effect(order);
            throw new IllegalStateException("connection reset");
        });

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(run.driver.done).hasSize(9);
    }

    @Test
    void whatMayNotBeRepeatedAfterDoubtAsks() throws Exception {
        TestingRun run = new TestingRun(2);
        run.rules.afterDoubt = AfterDoubt.ASK;
        run.driver.faults.put(new StepId("install/n2"), _ -> Optional.of(new Outcome.Succeeded("")));

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence()).contains("Do step install/n2 again?");
    }

    @Test
    void someoneElseWhoMovesTheGroupChangesThePlanAndNotTheEnd() throws Exception {
        TestingRun run = new TestingRun(3);
        run.driver.atLook = () -> {
            if (run.cluster.machine(new NodeId("n3")).patched) {
                run.driver.atLook = () -> {};
                run.cluster.owner = Optional.of(new NodeId("n2"));
            }
        };

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(run.journal.all(Event.PlanAdopted.class)).hasSize(2);
        assertThat(run.journal.all(Event.PlanAdopted.class).getLast().reason())
                .isEqualTo("The rest has changed: mail is on n2.");
        assertThat(run.driver.done.stream().map(action -> action.step().value()))
                .doesNotContain("hand-over/mail/n2");
    }

    @Test
    void askOnChangeStopsAnUnattendedRunBeforeTheNewPlan() throws Exception {
        TestingRun run = new TestingRun(3);
        run.policy = TestingPolicies.askOnChange();
        run.driver.atLook = () -> {
            if (run.cluster.machine(new NodeId("n3")).patched) {
                run.cluster.owner = Optional.of(new NodeId("n2"));
            }
        };

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence()).startsWith("The rest of the plan of run night has changed.");
    }

    @Test
    void aNodeThatIsLostEndsTheRunIncomplete() throws Exception {
        TestingRun run = new TestingRun(3);
        run.cluster.machine(new NodeId("n3")).member = false;

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.INCOMPLETE);
        assertThat(run.cluster.machine(new NodeId("n1")).patched).isTrue();
    }

    @Test
    void guardsThatBlockAreWaitedForAndThenTheRunGoesOn() throws Exception {
        TestingRun run = new TestingRun(2);
        run.rules.forbidden.add(WHY);
        Instant until = run.time.instant().plusSeconds(240);
        run.driver.atLook = () -> {
            if (run.time.instant().isAfter(until)) {
                run.rules.forbidden.clear();
            }
        };

        RunEnding ending = run.open();

        assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(run.journal.all(Event.GuardsBlocked.class)).hasSize(1);
    }

    @Test
    void guardsThatBlockForTooLongStopTheRunWithTheirFindings() throws Exception {
        TestingRun run = new TestingRun(2);
        run.rules.forbidden.add(WHY);

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence())
                .startsWith(
                        "For 10 min step drain/n2 has been blocked: The disk of n2 is full. Make room. Look again?");
        assertThat(run.journal.events).hasSizeLessThan(12);
    }

    @Test
    void aClusterThatDoesNotAnswerIsWaitedFor() throws Exception {
        TestingRun run = new TestingRun(2);
        run.driver.silent = true;
        Instant until = run.time.instant().plusSeconds(90);
        run.driver.atLook = () -> run.driver.silent = run.time.instant().isBefore(until);

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence()).startsWith("No plan keeps every rule. No node answers.");
    }

    @Test
    void aLockThatAnotherRunHoldsStopsTheRunAndNothingIsTouched() throws Exception {
        TestingRun run = new TestingRun(2);
        run.driver.testingLock().instead = Optional.of(
                new ClusterLock.Answer.HeldByOther("day", "store-2", Instant.parse("2026-11-21T02:00:00Z")));

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.STOPPED);
        assertThat(ending.sentence())
                .isEqualTo(
                        "The cluster is locked by run day of state store store-2 until 2026-11-21T02:00:00Z. Wait until"
                                + " that run has ended, or, if it is dead, free the cluster with `understudy take-over day"
                                + " INVENTORY CLUSTER`.");
        assertThat(run.driver.done).isEmpty();
    }

    @Test
    void halfInstalledNodesStayDrainedAtTheEnd() throws Exception {
        TestingRun run = new TestingRun(3);
        run.driver.faults.put(new StepId("install/n2"), _ -> {
            run.cluster.machine(new NodeId("n2")).broken = true;
            return Optional.of(new Outcome.Failed(WHY));
        });

        RunEnding ending = run.open();

        assertThat(ending.result()).isEqualTo(RunResult.FAILED);
        assertThat(ending.sentence()).endsWith("1 of our changes stay on the cluster: see `understudy by-hand night`.");
        assertThat(run.cluster.machine(new NodeId("n2")).drained).isTrue();
        assertThat(run.journal.all(Event.LedgerKept.class).getFirst().reason())
                .contains("An installation on n2 is half done");
    }
}
