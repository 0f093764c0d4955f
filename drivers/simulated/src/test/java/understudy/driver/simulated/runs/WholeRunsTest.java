package understudy.driver.simulated.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.Change;
import understudy.core.model.Quorum;
import understudy.core.run.Books;
import understudy.core.run.Event;
import understudy.core.run.RunResult;
import understudy.driver.simulated.scenario.ClusterSetup;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.NodeSetup;
import understudy.driver.simulated.scenario.PatchSetup;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.ServiceSetup;
import understudy.engine.run.RunEnding;

@Timeout(60)
class WholeRunsTest {
    static Scenario pacemaker(int nodes, GroupSetup... groups) {
        return Scenario.of("test", ClusterSetup.of("pacemaker", ""), nodes(nodes), List.of(groups));
    }

    static List<NodeSetup> nodes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> NodeSetup.healthy("n" + number))
                .toList();
    }

    static Scenario singleCopyCluster() {
        List<NodeSetup> nodes = nodes(3).stream()
                .map(node -> node.withServices(Map.of(
                        "SysmonLog", new ServiceSetup(true, true), "RemoteRegistry", new ServiceSetup(true, false))))
                .toList();
        return Scenario.of(
                        "exchange",
                        ClusterSetup.of("exchange-2007", "scc"),
                        nodes,
                        List.of(
                                GroupSetup.single("EXCLUS1", "n1").versioned("exchange", "8.0"),
                                GroupSetup.single("cluster group", "n2").weighing(0)))
                .withPatch(new PatchSetup(List.of(new Change("exchange", "8.0", "8.1", 900_000_000)), true, true));
    }

    private static RunEnding finished(SimulatedRun run) throws Exception {
        RunEnding ending = run.open();
        assertThat(ending.result())
                .as(ending.sentence() + "\n" + String.join("\n", run.journal.lines))
                .isEqualTo(RunResult.FINISHED);
        assertThat(run.cluster.violations()).isEmpty();
        assertThat(run.cluster.installs().values()).containsOnly(1);
        assertThat(ending.state().books().ledger()).isEmpty();
        return ending;
    }

    @Test
    void threeNodesWithOneGroupHaveOneOutage() throws Exception {
        SimulatedRun run = new SimulatedRun(pacemaker(3, GroupSetup.single("mail", "n1")), "pacemaker/rolling");

        RunEnding ending = finished(run);

        assertThat(ending.state().books().outages()).hasSize(1);
        assertThat(run.journal.all(Event.PlanAdopted.class)).hasSize(1);
    }

    @Test
    void twoNodesWithTwoGroupsHaveThreeOutages() throws Exception {
        SimulatedRun run = new SimulatedRun(
                Scenario.of(
                        "two",
                        ClusterSetup.of("pacemaker", "").votingBy(new Quorum.Rule.TwoNode()),
                        nodes(2),
                        List.of(GroupSetup.single("mail", "n1"), GroupSetup.single("web", "n2"))),
                "pacemaker/rolling");

        RunEnding ending = finished(run);

        assertThat(ending.state().books().outages())
                .extracting(Books.MeasuredOutage::group)
                .hasSize(3);
    }

    @Test
    void anExchangeSingleCopyClusterIsPatchedByItsProcedure() throws Exception {
        SimulatedRun run = new SimulatedRun(singleCopyCluster(), "exchange-2007/scc-service-pack");

        RunEnding ending = finished(run);

        assertThat(ending.state().books().outages()).hasSize(1);
    }
}
