package understudy.driver.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.procedure.Verb;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.FaultKind;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.Trigger;
import understudy.engine.ports.Outcome;

/** Catalogue P1, as the simulated cluster enforces it. */
class ExchangeRulesTest {
    private static final Verb STOP = new Verb.StopGroup(Verb.Selector.whole());
    private static final Verb START = new Verb.StartGroup(Verb.Selector.whole());

    private static TestingRun run() {
        return TestingRun.on(Scenarios.singleCopyCluster());
    }

    private static void refusedFor(Outcome outcome, String code, TestingRun run) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.why().code()).isEqualTo(code));
        assertThat(run.cluster.violations()).extracting(Finding::code).containsExactly(code);
    }

    private static void upgradeBinaries(TestingRun run, String node) {
        TestingRun.expectSuccess(run.onNode(new Verb.Drain(), node));
        run.until(seen -> seen.servedBy(new NodeId(node)).isEmpty());
        TestingRun.expectSuccess(run.onNode(new Verb.HoldService("SysmonLog", Verb.ServiceState.STOPPED), node));
        TestingRun.expectSuccess(run.onNode(new Verb.Install(), node));
        TestingRun.expectSuccess(run.onNode(new Verb.Restart(true), node));
        run.until(
                seen -> !seen.node(new NodeId(node)).orElseThrow().membership().isMember());
        run.untilBack(node);
        TestingRun.expectSuccess(run.onNode(new Verb.Release(), node));
    }

    @Test
    void setupRefusesANodeThatOwnsAGroupTheClusterGroupIncluded() {
        TestingRun owner = run();
        refusedFor(owner.onNode(new Verb.Install(), "n1"), "SETUP-ON-OWNER", owner);
        TestingRun clusterGroup = run();
        refusedFor(clusterGroup.onNode(new Verb.Install(), "n2"), "SETUP-ON-OWNER", clusterGroup);
    }

    @Test
    void setupRefusesTheOwnerOfAStoppedGroup() {
        TestingRun run = run();
        TestingRun.expectSuccess(run.onGroup(STOP, "EXCLUS1", "n1"));

        refusedFor(run.onNode(new Verb.Install(), "n1"), "SETUP-ON-OWNER", run);
    }

    @Test
    void setupFailsWhilePerformanceCountersAreHeldOpen() {
        TestingRun run = run();

        refusedFor(run.onNode(new Verb.Install(), "n3"), "COUNTERS-HELD", run);
    }

    @Test
    void groupIsNotUpgradedWhileItIsOnline() {
        TestingRun run = run();

        refusedFor(run.onGroup(new Verb.UpgradeGroup(), "EXCLUS1", "n1"), "UPGRADE-REFUSED", run);
    }

    @Test
    void groupIsNotUpgradedOnOldBinaries() {
        TestingRun run = run();
        TestingRun.expectSuccess(run.onGroup(STOP, "EXCLUS1", "n1"));

        refusedFor(run.onGroup(new Verb.UpgradeGroup(), "EXCLUS1", "n1"), "UPGRADE-REFUSED", run);
    }

    @Test
    void groupDoesNotStartOnNewerBinariesBeforeItsUpgrade() {
        TestingRun run = run();
        upgradeBinaries(run, "n3");
        TestingRun.expectSuccess(run.onGroup(STOP, "EXCLUS1", "n1"));
        TestingRun.expectSuccess(run.handOver("EXCLUS1", "n3"));

        assertThat(run.onGroup(START, "EXCLUS1", "n3")).isInstanceOf(Outcome.Failed.class);

        assertThat(run.cluster.violations()).extracting(Finding::code).containsExactly("START-BEFORE-UPGRADE");
        run.untilServed("EXCLUS1", "n1");
    }

    @Test
    void runningGroupThatGoesToNewerBinariesDoesNotComeUpThere() {
        TestingRun run = run();
        upgradeBinaries(run, "n3");

        assertThat(run.handOver("EXCLUS1", "n3")).isInstanceOf(Outcome.Failed.class);

        assertThat(run.cluster.violations()).extracting(Finding::code).containsExactly("MOVED-BEFORE-UPGRADE");
        assertThat(run.cluster.happenings())
                .anySatisfy(one -> assertThat(one.sentence()).contains("Event 1025"));
    }

    @Test
    void upgradedGroupBreaksOnOldBinaries() {
        TestingRun run = run();
        upgradeBinaries(run, "n3");
        TestingRun.expectSuccess(run.onGroup(STOP, "EXCLUS1", "n1"));
        TestingRun.expectSuccess(run.handOver("EXCLUS1", "n3"));
        TestingRun.expectSuccess(run.onGroup(new Verb.UpgradeGroup(), "EXCLUS1", "n3"));

        run.handOver("EXCLUS1", "n1");

        assertThat(run.cluster.violations()).extracting(Finding::code).contains("VERSION-FENCE-BROKEN");
    }

    @Test
    void nodeThatHostsAMailboxServerTakesNoSecondOne() {
        Scenario two = Scenarios.singleCopyCluster();
        TestingRun run = TestingRun.on(Scenario.of(
                        "two",
                        two.cluster(),
                        two.nodes(),
                        List.of(
                                GroupSetup.single("EXCLUS1", "n1").versioned("exchange", "8.0"),
                                GroupSetup.single("EXCLUS2", "n2").versioned("exchange", "8.0")))
                .withPatch(two.patch()));
        TestingRun.expectSuccess(run.onGroup(STOP, "EXCLUS1", "n1"));

        refusedFor(run.handOver("EXCLUS1", "n2"), "DESTINATION-REFUSES", run);
    }

    @Test
    void nodeHostsNothingBetweenSetupAndItsRestart() {
        TestingRun run = run();
        TestingRun.expectSuccess(run.onNode(new Verb.HoldService("SysmonLog", Verb.ServiceState.STOPPED), "n3"));
        TestingRun.expectSuccess(run.onNode(new Verb.Install(), "n3"));
        TestingRun.expectSuccess(run.onGroup(STOP, "EXCLUS1", "n1"));

        refusedFor(run.handOver("EXCLUS1", "n3"), "DESTINATION-REFUSES", run);
    }

    @Test
    void heldServicesAreGivenBackAsTheyWere() {
        TestingRun run = run();
        TestingRun.expectSuccess(run.onNode(new Verb.HoldService("SysmonLog", Verb.ServiceState.STOPPED), "n3"));
        assertThat(run.node("n3").facts())
                .anyMatch(fact ->
                        fact.name().equals("service.SysmonLog") && fact.value().equals("stopped"));

        TestingRun.expectSuccess(run.driver.giveBack(run.ledger.open().getFirst()));

        assertThat(run.node("n3").facts())
                .anyMatch(fact ->
                        fact.name().equals("service.SysmonLog") && fact.value().equals("running"));
    }

    @Test
    void pausedNodeKeepsWhatItHas() {
        TestingRun run = run();
        run.cluster.befalls(Fault.on(FaultKind.SOMEBODY_DRAINS, "n1", new Trigger.At(Duration.ZERO)));

        assertThat(run.node("n1").drained()).isTrue();
        run.untilServed("EXCLUS1", "n1");
        assertThat(run.watch.outages()).isEmpty();
    }

    @Test
    void nodeThatServesIsNotDrained() {
        TestingRun run = run();

        assertThat(run.onNode(new Verb.Drain(), "n1")).isInstanceOf(Outcome.Failed.class);

        assertThat(run.node("n1").drained()).isFalse();
    }
}
