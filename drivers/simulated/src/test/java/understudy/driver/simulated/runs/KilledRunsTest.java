package understudy.driver.simulated.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.run.RunResult;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.Scenario;
import understudy.engine.run.RunEnding;

/** Runs that are killed at every append to their journal and resumed end the same way, with nothing done twice. */
@Timeout(60)
class KilledRunsTest {
    @Test
    void aPacemakerRunKilledAtEveryAppendIsResumed() throws Exception {
        Scenario scenario = WholeRunsTest.pacemaker(3, GroupSetup.single("mail", "n1"));
        assertEveryAppend(scenario, "pacemaker/rolling");
    }

    @Test
    void anExchangeRunKilledAtEveryAppendIsResumed() throws Exception {
        assertEveryAppend(WholeRunsTest.singleCopyCluster(), "exchange-2007/scc-service-pack");
    }

    private static void assertEveryAppend(Scenario scenario, String procedure) throws Exception {
        SimulatedRun whole = new SimulatedRun(scenario, procedure);
        whole.open();
        int appends = whole.journal.appends();
        for (int append = 2; append <= appends; append++) {
            assertResumed(new SimulatedRun(scenario, procedure), append);
        }
    }

    private static void assertResumed(SimulatedRun run, int append) throws Exception {
        String where = "append " + append;
        run.journal.killAt(append);
        assertThatThrownBy(run::open).as(where).isInstanceOf(MemoryJournal.Killed.class);
        run.journal.killAt(-1);

        RunEnding ending = run.resume();

        assertThat(ending.result())
                .as(where + ": " + ending.sentence() + "\n"
                        + ending.state().books().ledger() + "\n" + String.join("\n", run.journal.lines))
                .isEqualTo(RunResult.FINISHED);
        assertThat(run.cluster.violations()).as(where).isEmpty();
        assertThat(run.cluster.installs().values()).as(where).containsOnly(1);
        assertThat(run.cluster.restarts().values()).as(where).containsOnly(1);
        assertThat(ending.state().books().ledger()).as(where).isEmpty();
    }
}
