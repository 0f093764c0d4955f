package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.NodeId;
import understudy.core.model.StepId;
import understudy.core.run.RunMachine;
import understudy.core.run.RunResult;

/** A run is killed at every call to the driver and at every append to the journal, on either side of it, and resumed. */
class KilledRunTest {
    @Test
    void killedBeforeEveryCallToTheDriverItEndsAsIfNothingHadBeen() throws Exception {
        int calls = calls();
        for (int call = 1; call <= calls; call++) {
            TestingRun run = new TestingRun(3);
            run.driver.killBefore(call);
            assertEndsWell(run, "before call " + call + " of " + calls);
        }
    }

    @Test
    void killedAfterEveryCallToTheDriverItDoesNothingTwice() throws Exception {
        int calls = calls();
        for (int call = 1; call <= calls; call++) {
            TestingRun run = new TestingRun(3);
            run.driver.killAfter(call);
            assertEndsWell(run, "after call " + call + " of " + calls);
        }
    }

    @Test
    void killedBeforeEveryAppendItDoesNothingTwice() throws Exception {
        int appends = appends();
        for (int append = 1; append <= appends; append++) {
            TestingRun run = new TestingRun(3);
            run.journal.killBefore(append);
            assertEndsWell(run, "before append " + append + " of " + appends);
        }
    }

    @Test
    void killedAfterEveryAppendItDoesNothingTwice() throws Exception {
        int appends = appends();
        for (int append = 1; append < appends; append++) {
            TestingRun run = new TestingRun(3);
            run.journal.killAfter(append);
            assertEndsWell(run, "after append " + append + " of " + appends);
        }
    }

    private static int calls() throws Exception {
        TestingRun run = new TestingRun(3);
        run.open();
        return run.driver.calls.size();
    }

    private static int appends() throws Exception {
        TestingRun run = new TestingRun(3);
        run.open();
        return run.journal.appends();
    }

    private static void assertEndsWell(TestingRun run, String where) throws Exception {
        RunEnding ending = run.toTheEnd();

        assertThat(ending.result()).as(where + ": " + ending.sentence()).isEqualTo(RunResult.FINISHED);
        assertThat(run.cluster.machines.values())
                .as(where)
                .allMatch(machine -> machine.patched && !machine.drained && machine.boots == 2);
        assertThat(run.cluster.owner).as(where).isEqualTo(Optional.of(new NodeId("n2")));
        assertThat(run.cluster.marks).as(where).isEmpty();
        assertThat(run.driver.testingLock().held).as(where).isEmpty();
        List<StepId> steps =
                run.driver.done.stream().map(action -> action.step()).toList();
        assertThat(steps).as(where).doesNotHaveDuplicates().hasSize(13);
        assertThat(RunMachine.replay(run.journal.events)).as(where).isEqualTo(ending.state());
    }
}
