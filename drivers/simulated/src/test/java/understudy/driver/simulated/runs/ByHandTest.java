package understudy.driver.simulated.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.GroupHealth;
import understudy.core.model.NodeId;
import understudy.core.run.RunMachine;
import understudy.core.run.RunResult;
import understudy.core.run.State;
import understudy.driver.simulated.Happening;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.Scenario;
import understudy.engine.run.ManualRun;
import understudy.engine.run.RunEnding;

/** Runs that are killed at every append to their journal are brought to their end, or taken back, by a person with the sheet. */
@Timeout(120)
class ByHandTest {
    private static final Scenario PACEMAKER = WholeRunsTest.pacemaker(3, GroupSetup.single("mail", "n1"));

    @Test
    void aPersonFinishesAPacemakerRunThatWasKilledAnywhere() throws Exception {
        finishedEverywhere(PACEMAKER, "pacemaker/rolling", SimulatedRun::resume);
    }

    @Test
    void aPersonFinishesAnExchangeRunThatWasKilledAnywhere() throws Exception {
        finishedEverywhere(WholeRunsTest.singleCopyCluster(), "exchange-2007/scc-service-pack", SimulatedRun::abort);
    }

    @Test
    void aPersonTakesAPacemakerRunBackThatWasKilledAnywhere() throws Exception {
        int appends = appends(PACEMAKER, "pacemaker/rolling");
        for (int append = 2; append <= appends; append++) {
            SimulatedRun run = killed(PACEMAKER, "pacemaker/rolling", append);
            State state = RunMachine.replay(run.journal.replay());
            Person person = new Person(run, state);

            person.follow(ManualRun.of(state, person).goBack());

            assertLeftInOrder(person.look(), "append " + append);
        }
    }

    private static void finishedEverywhere(Scenario scenario, String procedure, Closing closing) throws Exception {
        int appends = appends(scenario, procedure);
        int finished = 0;
        for (int append = 2; append <= appends; append++) {
            SimulatedRun run = killed(scenario, procedure, append);
            State state = RunMachine.replay(run.journal.replay());
            Person person = new Person(run, state);

            person.follow(ManualRun.of(state, person).finish());

            ClusterSnapshot seen = person.look();
            assertLeftInOrder(seen, "append " + append);
            if (state.walk().plan().isPresent()) {
                assertThat(seen.nodes())
                        .as("append " + append)
                        .allSatisfy(node -> assertThat(node.patch().isPatched()).isTrue());
                finished++;
                assertMovesNothing(closing, run, "append " + append);
            }
        }
        assertThat(finished).isGreaterThan(20);
    }

    /**
     * How the run's journal is closed after a person has done all: by a resumption, which finds that out; where a procedure demands
     * restarts, which no look shows, by an abort.
     */
    private interface Closing {
        RunEnding of(SimulatedRun run) throws Exception;
    }

    private static void assertMovesNothing(Closing closing, SimulatedRun run, String where) throws Exception {
        Map<NodeId, Integer> restarts = run.cluster.restarts();
        Map<NodeId, Integer> installs = run.cluster.installs();
        int before = run.cluster.happenings().size();

        RunEnding ending = closing.of(run);

        List<Happening> since = run.cluster.happenings();
        assertThat(ending.result()).as(where + ending.sentence()).isIn(RunResult.FINISHED, RunResult.ABORTED);
        assertThat(ending.state().books().ledger()).as(where).isEmpty();
        assertThat(run.cluster.restarts()).as(where).isEqualTo(restarts);
        assertThat(run.cluster.installs()).as(where).isEqualTo(installs);
        assertThat(since.subList(before, since.size()))
                .as(where)
                .noneMatch(happening -> happening.sentence().startsWith("The group"));
    }

    private static void assertLeftInOrder(ClusterSnapshot seen, String where) {
        assertThat(seen.marks()).as(where).isEmpty();
        assertThat(seen.nodes()).as(where).allSatisfy(node -> {
            assertThat(node.drained()).isFalse();
            assertThat(node.membership().isMember()).isTrue();
        });
        assertThat(seen.groups())
                .as(where)
                .allSatisfy(group -> assertThat(group.health()).isEqualTo(GroupHealth.ONLINE));
    }

    private static int appends(Scenario scenario, String procedure) throws Exception {
        SimulatedRun whole = new SimulatedRun(scenario, procedure);
        whole.open();
        return whole.journal.appends();
    }

    private static SimulatedRun killed(Scenario scenario, String procedure, int append) {
        SimulatedRun run = new SimulatedRun(scenario, procedure);
        run.journal.killAt(append);
        assertThatThrownBy(run::open).isInstanceOf(MemoryJournal.Killed.class);
        run.journal.killAt(-1);
        return run;
    }
}
