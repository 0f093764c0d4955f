package understudy.driver.simulated.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.GroupHealth;
import understudy.core.run.RunMachine;
import understudy.core.run.State;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.Scenario;
import understudy.engine.run.ManualRun;

/** Runs that are killed at every append to their journal are brought to their end, or taken back, by a person with the sheet. */
@Timeout(120)
class ByHandTest {
    private static final Scenario PACEMAKER = WholeRunsTest.pacemaker(3, GroupSetup.single("mail", "n1"));

    @Test
    void aPersonFinishesAPacemakerRunThatWasKilledAnywhere() throws Exception {
        finishedEverywhere(PACEMAKER, "pacemaker/rolling");
    }

    @Test
    void aPersonFinishesAnExchangeRunThatWasKilledAnywhere() throws Exception {
        finishedEverywhere(WholeRunsTest.singleCopyCluster(), "exchange-2007/scc-service-pack");
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

    private static void finishedEverywhere(Scenario scenario, String procedure) throws Exception {
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
            }
        }
        assertThat(finished).isGreaterThan(20);
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
