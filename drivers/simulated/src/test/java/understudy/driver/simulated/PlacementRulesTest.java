package understudy.driver.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.Fencing;
import understudy.core.model.Finding;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.core.model.Quorum;
import understudy.core.procedure.Verb;
import understudy.driver.simulated.scenario.ClusterSetup;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.FaultKind;
import understudy.driver.simulated.scenario.GroupCondition;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.Hosting;
import understudy.driver.simulated.scenario.NodeCondition;
import understudy.driver.simulated.scenario.NodeSetup;
import understudy.driver.simulated.scenario.NotBefore;
import understudy.driver.simulated.scenario.PatchSetup;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.Trigger;
import understudy.engine.ports.Outcome;

class PlacementRulesTest {
    private static List<String> violations(TestingRun run) {
        return run.cluster.violations().stream().map(Finding::code).toList();
    }

    private static Optional<NodeId> owner(TestingRun run, String group) {
        return run.group(group).owner();
    }

    @Test
    void drainMovesTheGroupToTheCalmestNode() {
        TestingRun run =
                TestingRun.on(Scenarios.pacemaker(3, GroupSetup.single("mail", "n1"), GroupSetup.single("web", "n2")));

        run.onNode(new Verb.Drain(), "n1");
        run.untilServed("mail", "n3");

        assertThat(run.watch.outages()).hasSize(1);
    }

    @Test
    void drainWithNowhereToGoStopsTheService() {
        TestingRun run = TestingRun.on(
                Scenarios.pacemaker(2, GroupSetup.single("mail", "n1").withHosting(Hosting.only(Scenarios.ids("n1")))));

        run.onNode(new Verb.Drain(), "n1");
        run.until(seen -> seen.groups().getFirst().health() == GroupHealth.FAILED);

        assertThat(run.watch.answers(new GroupId("mail"))).contains(false);
        assertThat(run.watch.outages()).hasSize(1);
    }

    @Test
    void groupStaysWhereItIsWhenItsNodeComesBackUnlessItFailsBack() {
        for (boolean failback : List.of(false, true)) {
            GroupSetup mail = GroupSetup.single("mail", "n1")
                    .withHosting(new Hosting(Scenarios.ids("n1", "n2"), List.of(), Map.of(), Map.of()));
            TestingRun run = TestingRun.on(Scenarios.pacemaker(3, failback ? mail.failingBack() : mail));
            run.onNode(new Verb.Drain(), "n1");
            run.untilServed("mail", "n2");

            run.onNode(new Verb.Release(), "n1");
            run.driver.observeChange(run.look(), run.targets, Duration.ofSeconds(20));
            run.until(seen -> !seen.changing());

            assertThat(owner(run, "mail")).contains(new NodeId(failback ? "n1" : "n2"));
        }
    }

    @Test
    void bannedNodeIsNoDestination() {
        TestingRun run = TestingRun.on(Scenarios.pacemaker(
                3,
                GroupSetup.single("mail", "n1")
                        .withHosting(new Hosting(List.of(), List.of(), Map.of(new NodeId("n2"), "a ban"), Map.of()))));

        assertThat(run.handOver("mail", "n2")).isInstanceOf(Outcome.Failed.class);
        assertThat(violations(run)).containsExactly("DESTINATION-REFUSES");
        assertThat(run.group("mail").mayHost(new NodeId("n2"))).isEqualTo(new MayHost.No("a ban"));
        assertThat(run.watch.outages()).isEmpty();
    }

    @Test
    void notYetBecomesYesWhenItsTimeHasCome() {
        TestingRun run = TestingRun.on(Scenarios.pacemaker(
                2,
                GroupSetup.single("mail", "n1")
                        .withHosting(new Hosting(
                                List.of(),
                                List.of(),
                                Map.of(),
                                Map.of(
                                        new NodeId("n2"),
                                        new NotBefore("its copy is behind", Duration.ofMinutes(10)))))));
        assertThat(run.group("mail").mayHost(new NodeId("n2"))).isEqualTo(new MayHost.NotYet("its copy is behind"));

        TestingRun.expectSuccess(run.onGroup(new Verb.AwaitHost(), "mail", "n2"));

        assertThat(run.group("mail").mayHost(new NodeId("n2"))).isEqualTo(new MayHost.Yes());
        TestingRun.expectSuccess(run.handOver("mail", "n2"));
    }

    @Test
    void nodeTakesNoMoreThanItCanCarry() {
        List<NodeSetup> nodes = Scenarios.nodes(2).stream()
                .map(node -> node.withCapacity(Map.of("memory", 10)))
                .toList();
        TestingRun run = TestingRun.on(Scenario.of(
                "full",
                ClusterSetup.of("pacemaker", "").votingBy(new Quorum.Rule.TwoNode()),
                nodes,
                List.of(
                        GroupSetup.single("mail", "n1").withLoad(Map.of("memory", 6)),
                        GroupSetup.single("web", "n2").withLoad(Map.of("memory", 6)))));

        assertThat(run.handOver("mail", "n2")).isInstanceOf(Outcome.Failed.class);
        assertThat(violations(run)).containsExactly("DESTINATION-REFUSES");
    }

    @Test
    void groupsThatMustBeApartNeverShareANode() {
        TestingRun run = TestingRun.on(Scenarios.pacemaker(
                3,
                GroupSetup.single("mail", "n1"),
                GroupSetup.single("web", "n2").apartFrom(List.of(new GroupId("mail")))));

        run.onNode(new Verb.Drain(), "n1");
        run.untilServed("mail", "n3");

        assertThat(run.handOver("mail", "n2")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void groupsThatMustBeTogetherMoveTogether() {
        TestingRun run = TestingRun.on(Scenarios.pacemaker(
                3,
                GroupSetup.single("mail", "n1"),
                GroupSetup.single("filter", "n1").togetherWith(List.of(new GroupId("mail")))));

        TestingRun.expectSuccess(run.handOver("filter", "n3"));
        run.untilServed("mail", "n3");

        assertThat(owner(run, "filter")).contains(new NodeId("n3"));
        assertThat(run.watch.outages()).hasSize(2);
    }

    @Test
    void spreadGroupIsServedWhileEnoughNodesServeIt() {
        TestingRun run = TestingRun.on(
                Scenarios.pacemaker(3, GroupSetup.of("web", new Placement.Spread(2), Scenarios.ids("n1", "n2", "n3"))));

        run.onNode(new Verb.Drain(), "n1");
        run.until(seen -> seen.servedBy(new NodeId("n1")).isEmpty());
        assertThat(run.watch.outages()).isEmpty();
        run.onNode(new Verb.Drain(), "n2");
        run.until(seen -> seen.servedBy(new NodeId("n2")).isEmpty());
        assertThat(run.watch.outages()).hasSize(1);
        run.onNode(new Verb.Release(), "n1");
        run.until(seen -> seen.groups().getFirst().health() == GroupHealth.ONLINE);

        assertThat(run.watch.outages().getFirst().until()).isPresent();
    }

    @Test
    void promotableGroupIsHandedOverByPromotionElsewhere() {
        TestingRun run = TestingRun.on(Scenarios.pacemaker(
                3, GroupSetup.of("database", new Placement.Promotable(), Scenarios.ids("n2", "n1", "n3"))));

        TestingRun.expectSuccess(run.handOver("database", "n3"));

        assertThat(owner(run, "database")).contains(new NodeId("n3"));
        assertThat(run.watch.outages()).hasSize(1);
        run.patch("n2");
        run.untilServed("database", "n3");
        assertThat(run.watch.outages()).hasSize(1);
    }

    @Test
    void weightlessGroupHasNoOutage() {
        TestingRun run = TestingRun.on(
                Scenarios.pacemaker(2, GroupSetup.single("fence", "n1").weighing(0)));

        TestingRun.expectSuccess(run.handOver("fence", "n2"));

        assertThat(run.watch.outages()).isEmpty();
        assertThat(run.watch.answers(new GroupId("fence"))).isEmpty();
    }

    @Test
    void stoppedAndUnmanagedGroupsAreLeftAlone() {
        TestingRun run = TestingRun.on(Scenarios.pacemaker(
                2,
                GroupSetup.single("archive", "n1").as(GroupCondition.STOPPED),
                GroupSetup.single("mail", "n1").as(GroupCondition.UNMANAGED)));

        run.onNode(new Verb.Drain(), "n1");
        run.driver.observeChange(run.look(), run.targets, Duration.ofMinutes(1));

        assertThat(run.group("archive").health()).isEqualTo(GroupHealth.STOPPED);
        assertThat(owner(run, "mail")).contains(new NodeId("n1"));
        assertThat(run.handOver("mail", "n2")).isInstanceOf(Outcome.Failed.class);
        assertThat(violations(run)).containsExactly("MAINTENANCE-TOUCHED");
    }

    @Test
    void restartThatCostsQuorumIsAViolation() {
        List<NodeSetup> nodes = List.of(
                NodeSetup.healthy("n1"),
                NodeSetup.healthy("n2"),
                NodeSetup.healthy("n3").as(NodeCondition.DOWN));
        TestingRun run = TestingRun.on(
                Scenario.of("weak", ClusterSetup.of("pacemaker", ""), nodes, List.of(GroupSetup.single("mail", "n1"))));

        run.onNode(new Verb.Restart(true), "n2");
        run.until(seen -> !seen.quorum().held());

        assertThat(violations(run)).containsExactly("QUORUM-LOST");
    }

    @Test
    void twoNodesKeepQuorumWithOneAndLoseItWithNone() {
        TestingRun run = TestingRun.on(Scenarios.pacemaker(2, GroupSetup.single("mail", "n1"))
                .withCluster(ClusterSetup.of("pacemaker", "").votingBy(new Quorum.Rule.TwoNode())));

        run.onNode(new Verb.Restart(true), "n2");
        run.until(
                seen -> !seen.node(new NodeId("n2")).orElseThrow().membership().isMember());
        assertThat(violations(run)).isEmpty();
        run.onNode(new Verb.Restart(true), "n1");

        assertThat(violations(run)).containsExactly("QUORUM-LOST");
    }

    @Test
    void patchingTheOwnerInterruptsItsGroup() {
        TestingRun run = TestingRun.on(Scenarios.mail());

        TestingRun.expectSuccess(run.onNode(new Verb.Install(), "n1"));

        assertThat(run.watch.outages()).hasSize(1);
        assertThat(run.watch.outages().getFirst().length(run.cluster.time().instant()))
                .isGreaterThan(Duration.ofSeconds(10));
        assertThat(run.group("mail").health()).isEqualTo(GroupHealth.ONLINE);
    }

    @Test
    void restartOfTheOwnerMovesItsGroup() {
        TestingRun run = TestingRun.on(Scenarios.mail());

        TestingRun.expectSuccess(run.onNode(new Verb.Restart(true), "n1"));
        run.untilServed("mail", "n2");

        assertThat(run.watch.outages()).hasSize(1);
    }

    @Test
    void groupThatNewerBinariesStartedBreaksOnOlderOnes() {
        TestingRun run =
                TestingRun.on(Scenarios.mail().withPatch(PatchSetup.standard().fencing()));
        run.patch("n2");
        TestingRun.expectSuccess(run.handOver("mail", "n2"));

        assertThat(run.handOver("mail", "n3")).isInstanceOf(Outcome.Failed.class);

        assertThat(violations(run)).containsExactly("VERSION-FENCE-BROKEN");
    }

    @Test
    void withdrawnNodeTakesNoFailoverSoThatTheFenceHolds() {
        TestingRun run = TestingRun.on(Scenarios.mail()
                .withPatch(PatchSetup.standard().fencing())
                .withFaults(
                        List.of(Fault.on(FaultKind.NODE_POWER_LOSS, "n2", new Trigger.At(Duration.ofMinutes(10))))));
        run.patch("n2");
        TestingRun.expectSuccess(run.onGroup(new Verb.WithdrawHosting(), "mail", "n3"));
        TestingRun.expectSuccess(run.handOver("mail", "n2"));
        TestingRun.expectSuccess(run.onGroup(new Verb.WithdrawHosting(), "mail", "n1"));

        run.until(seen -> seen.groups().getFirst().health() == GroupHealth.FAILED);
        run.untilServed("mail", "n2");

        assertThat(violations(run)).isEmpty();
        assertThat(run.ledger.open()).hasSize(2);
        run.patch("n3");
        TestingRun.expectSuccess(run.onGroup(new Verb.GrantHosting(), "mail", "n3"));
        assertThat(run.ledger.open()).hasSize(1);
        run.onGroup(new Verb.GrantHosting(), "mail", "n1");
        assertThat(violations(run)).containsExactly("RIGHT-RETURNED-EARLY");
    }

    @Test
    void releaseBeforeTheRestartIsAViolation() {
        TestingRun run = TestingRun.on(Scenarios.mail());
        run.onNode(new Verb.Drain(), "n2");
        run.onNode(new Verb.Install(), "n2");

        run.onNode(new Verb.Release(), "n2");

        assertThat(violations(run)).containsExactly("RELEASED-UNREADY");
    }

    @Test
    void leavingHoldsThroughARestartUntilTheNodeRejoins() {
        TestingRun run = TestingRun.on(Scenarios.mail());
        TestingRun.expectSuccess(run.onNode(new Verb.LeaveCluster(List.of()), "n2"));
        run.until(
                seen -> !seen.node(new NodeId("n2")).orElseThrow().membership().isMember() && !seen.changing());
        Optional<String> boot = run.node("n2").bootId();
        TestingRun.expectSuccess(run.onNode(new Verb.Restart(true), "n2"));
        run.until(seen -> {
            var id = seen.node(new NodeId("n2")).orElseThrow().bootId();
            return id.isPresent() && !id.equals(boot);
        });
        run.driver.observeChange(run.look(), run.targets, Duration.ofMinutes(1));
        assertThat(run.node("n2").membership().isMember()).isFalse();

        TestingRun.expectSuccess(run.onNode(new Verb.RejoinCluster(), "n2"));
        run.untilBack("n2");

        assertThat(run.ledger.open()).isEmpty();
    }

    @Test
    void lostNodeWithoutFencingIsTakenForDead() {
        TestingRun run = TestingRun.on(
                Scenarios.mailWith(Fault.on(FaultKind.NODE_POWER_LOSS, "n1", new Trigger.At(Duration.ZERO)))
                        .withCluster(ClusterSetup.of("pacemaker", "").fencedBy(new Fencing.Absent())));

        run.untilServed("mail", "n2");

        assertThat(run.watch.outages()).hasSize(1);
    }
}
