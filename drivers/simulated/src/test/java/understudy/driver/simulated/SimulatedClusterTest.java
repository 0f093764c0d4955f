package understudy.driver.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import understudy.core.model.GroupHealth;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.procedure.Verb;
import understudy.engine.ports.Outcome;

class SimulatedClusterTest {
    @Test
    void threeNodesArePatchedWithOneHandoverAndOneOutage() {
        TestingRun run = TestingRun.on(Scenarios.mail());

        run.patch("n2");
        run.patch("n3");
        assertThat(run.handOver("mail", "n2")).isInstanceOf(Outcome.Succeeded.class);
        run.patch("n1");

        assertThat(run.look().nodes())
                .allSatisfy(node -> assertThat(node.patch()).isInstanceOf(PatchState.Patched.class));
        assertThat(run.watch.outages()).hasSize(1);
        assertThat(run.watch.outages().getFirst().length(run.cluster.time().instant()))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(9));
        assertThat(run.cluster.violations()).isEmpty();
        assertThat(run.cluster.installs()).isEqualTo(once());
        assertThat(run.cluster.restarts()).isEqualTo(once());
        assertThat(run.ledger.open()).isEmpty();
        assertThat(run.look().marks()).isEmpty();
    }

    private static Map<NodeId, Integer> once() {
        return Map.of(new NodeId("n1"), 1, new NodeId("n2"), 1, new NodeId("n3"), 1);
    }

    @Test
    void singleCopyClusterIsPatchedByStoppingMovingAndUpgrading() {
        TestingRun run = TestingRun.on(Scenarios.singleCopyCluster());

        visit(run, "n2");
        visit(run, "n3");
        TestingRun.expectSuccess(run.onGroup(new Verb.StopGroup(Verb.Selector.whole()), "EXCLUS1", "n1"));
        TestingRun.expectSuccess(run.handOver("EXCLUS1", "n2"));
        assertThat(run.group("EXCLUS1").health()).isEqualTo(GroupHealth.STOPPED);
        TestingRun.expectSuccess(run.onGroup(new Verb.UpgradeGroup(), "EXCLUS1", "n2"));
        visit(run, "n1");

        assertThat(run.cluster.violations()).isEmpty();
        assertThat(run.group("EXCLUS1").patch()).isInstanceOf(PatchState.Patched.class);
        assertThat(run.group("EXCLUS1").health()).isEqualTo(GroupHealth.ONLINE);
        assertThat(run.watch.outages()).hasSize(1);
        assertThat(run.ledger.open()).isEmpty();
    }

    private static void visit(TestingRun run, String node) {
        TestingRun.expectSuccess(run.onNode(new Verb.Drain(), node));
        run.until(seen -> seen.servedBy(new NodeId(node)).isEmpty());
        TestingRun.expectSuccess(run.onNode(new Verb.HoldService("SysmonLog", Verb.ServiceState.STOPPED), node));
        TestingRun.expectSuccess(run.onNode(new Verb.HoldService("RemoteRegistry", Verb.ServiceState.RESTARTED), node));
        TestingRun.expectSuccess(run.onNode(new Verb.Install(), node));
        TestingRun.expectSuccess(run.onNode(new Verb.Restart(true), node));
        run.untilBack(node);
        TestingRun.expectSuccess(run.onNode(new Verb.GiveBack("HoldService"), node));
        TestingRun.expectSuccess(run.onNode(new Verb.Release(), node));
    }
}
