package understudy.core.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.GroupHealth;
import understudy.core.model.MaintenanceWindow;
import understudy.core.model.Membership;
import understudy.core.model.PatchState;
import understudy.core.model.RestartNeed;
import understudy.core.planning.Plan;
import understudy.core.planning.Planner;
import understudy.core.planning.Planning;
import understudy.core.planning.PlanningInput;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.planning.TestingCluster;
import understudy.core.planning.TestingProcedures;

class GuardsTest {
    private static final Lease LONG = new Lease(true, TestingCluster.NOW.plus(Duration.ofHours(3)));

    private static TestingCluster three() {
        return TestingCluster.of("n1", "n2", "n3").group("mail", 1, "n1");
    }

    /** The findings before a step of the plan for {@code before}, seen on {@code now}. */
    private record Asked(TestingCluster before, String step, TestingCluster now, Lease lease, boolean recovery) {
        List<String> codes() {
            Plan plan = ((Planning.Planned) Planner.plan(before.input())).plan();
            Stage stage = plan.stages().stream()
                    .filter(each -> each.steps().stream().anyMatch(this::isMeant))
                    .findFirst()
                    .orElseThrow();
            Step asked =
                    stage.steps().stream().filter(this::isMeant).findFirst().orElseThrow();
            ClusterSnapshot plannedOn = before.snapshot();
            PlanningInput fresh = now.input();
            var input = new GuardInput(asked, stage, fresh, plannedOn, Optional.of(lease), recovery);
            return Guards.judge(input).stream()
                    .filter(Finding::blocks)
                    .map(Finding::code)
                    .toList();
        }

        private boolean isMeant(Step each) {
            return each.id().value().equals(step);
        }
    }

    private static List<String> before(String step, TestingCluster now) {
        return new Asked(three(), step, now, LONG, false).codes();
    }

    private static List<String> handover(UnaryOperator<TestingCluster> change) {
        TestingCluster planned = change.apply(three().patched("n2", "n3"));
        return new Asked(planned, "move:mail>n2", change.apply(three().patched("n2", "n3")), LONG, false).codes();
    }

    @Test
    void aQuietClusterLetsEveryStepGo() {
        assertThat(before("drain:n2", three())).isEmpty();
        assertThat(handover(cluster -> cluster)).isEmpty();
    }

    @Test
    void quorumWouldBeLost() {
        TestingCluster now = three().node("n3", node -> node.membership(Membership.LOST));

        assertThat(before("drain:n2", now)).contains("QUORUM-WOULD-BE-LOST");
        assertThat(before("drain:n2", three().withoutQuorum())).containsExactly("NO-QUORUM");
    }

    @Test
    void aSecondLostNodeCancelsARestartThatIsNotYetRequested() {
        TestingCluster now = three().drainedByUs("n2").node("n1", node -> node.membership(Membership.LOST));

        assertThat(before("restart:n2", now)).contains("SECOND-NODE-LOST");
        assertThat(before("verify:n2", now)).isEmpty();
    }

    @Test
    void aSpreadGroupKeepsTheNodesThatItNeeds() {
        TestingCluster planned = three().spread("dns", 2, "n1", "n2", "n3");
        TestingCluster now = three().spread("dns", 2, "n1", "n2");

        assertThat(new Asked(planned, "drain:n2", now, LONG, false).codes())
                .containsExactly("REDUNDANCY-WOULD-BE-LOST");
        assertThat(new Asked(planned, "drain:n2", now, LONG, true).codes()).isEmpty();
    }

    @Test
    void theVersionFenceIsGuardedInRecoveryToo() {
        TestingCluster planned = three().patched("n2", "n3").versionFence();
        TestingCluster older = three().patched("n1", "n3").versionFence().withdrawn("mail", "n2");
        TestingCluster open = three().patched("n2").versionFence();

        assertThat(new Asked(planned, "move:mail>n2", older, LONG, true).codes())
                .contains("VERSION-FENCE");
        assertThat(new Asked(planned, "move:mail>n2", open, LONG, true).codes()).contains("FENCE-NOT-UP");
    }

    @Test
    void windowAndBudgetAreJudgedAtTheDoorOnly() {
        var sunday = new MaintenanceWindow(
                List.of(DayOfWeek.SUNDAY), LocalTime.of(3, 0), Duration.ofHours(1), ZoneOffset.UTC);

        assertThat(handover(cluster -> cluster.policy(policy -> policy.windows(List.of(sunday)))))
                .containsExactly("OUTSIDE-WINDOW");
        assertThat(handover(cluster -> cluster.policy(policy -> policy.outageBudget(Duration.ofSeconds(10)))))
                .containsExactly("OUTAGE-BUDGET-SPENT");
        assertThat(before("drain:n2", three().policy(policy -> policy.windows(List.of(sunday)))))
                .isEmpty();
    }

    @Test
    void recoveryPassesWindowAndBudgetNeverTheLock() {
        TestingCluster now = three().patched("n2", "n3").policy(policy -> policy.outageBudget(Duration.ofSeconds(1)));
        TestingCluster planned = three().patched("n2", "n3");
        var foreign = new Lease(false, TestingCluster.NOW.plus(Duration.ofHours(3)));

        assertThat(new Asked(planned, "move:mail>n2", now, LONG, true).codes()).isEmpty();
        assertThat(new Asked(planned, "move:mail>n2", now, foreign, true).codes())
                .containsExactly("LOCK-NOT-OURS");
    }

    @Test
    void nothingStartsUnlessTheLeaseOutlivesItsDeadline() {
        var shortly = new Lease(true, TestingCluster.NOW.plus(Duration.ofMinutes(9)));

        assertThat(new Asked(three(), "drain:n2", three(), shortly, false).codes())
                .containsExactly("LOCK-ENDS-TOO-EARLY");
    }

    @Test
    void insideTheOutageALeaseThatIsStillOursSuffices() {
        var shortly = new Lease(true, TestingCluster.NOW.plus(Duration.ofMinutes(1)));
        TestingCluster planned = three().patched("n2", "n3").procedure(TestingProcedures.upgrading());
        TestingCluster now = three().patched("n2", "n3")
                .procedure(TestingProcedures.upgrading())
                .with("mail", group -> group.health(GroupHealth.STOPPED));

        assertThat(new Asked(planned, "move:mail>n2", now, shortly, false).codes())
                .isEmpty();
    }

    @Test
    void aGroupThatSomebodyElseMovedIsNotMovedAgain() {
        TestingCluster planned = three().patched("n2", "n3");
        TestingCluster now =
                TestingCluster.of("n1", "n2", "n3").group("mail", 1, "n3").patched("n2", "n3");

        assertThat(new Asked(planned, "move:mail>n2", now, LONG, false).codes()).contains("OWNER-CHANGED");
        assertThat(before("drain:n2", now)).contains("MOVED-BY-OTHERS");
    }

    @Test
    void nobodyElseChangesTheCluster() {
        assertThat(before("drain:n2", three().inTransition())).containsExactly("CLUSTER-CHANGING");
        assertThat(before("drain:n2", three().node("n3", node -> node.drained(true))))
                .containsExactly("DRAINED-BY-OTHERS");
    }

    @Test
    void theRightOfANodeInMaintenanceIsTheClustersToWithdraw() {
        TestingCluster planned = three().patched("n2").versionFence().node("n3", node -> node.maintenance());

        assertThat(new Asked(planned, "withdraw-hosting:mail>n3", planned, LONG, false).codes())
                .isEmpty();
    }

    @Test
    void whatIsInMaintenanceIsNotTouched() {
        assertThat(before("drain:n2", three().node("n2", node -> node.maintenance())))
                .containsExactly("NODE-IN-MAINTENANCE");
        assertThat(before("drain:n2", three().inMaintenance())).containsExactly("CLUSTER-IN-MAINTENANCE");
        assertThat(before("drain:n2", three().node("n3", node -> node.maintenance())))
                .isEmpty();
    }

    @Test
    void noNodeLeavesItsDrainBeforeItIsProven() {
        TestingCluster broken = three().drainedByUs("n2")
                .node("n2", node -> node.patch(new PatchState.Broken("half configured", "Repair it.")));
        TestingCluster asking = three().drainedByUs("n2")
                .patched("n2")
                .node("n2", node -> node.restart(new RestartNeed.Needed("the kernel")));
        TestingCluster ready = three().drainedByUs("n2").patched("n2");

        assertThat(before("release:n2", broken)).contains("NOT-READY-FOR-RELEASE");
        assertThat(before("release:n2", asking)).contains("NOT-READY-FOR-RELEASE");
        assertThat(before("release:n2", ready)).isEmpty();
    }

    @Test
    void theOldOwnerIsDrainedOnlyOnceTheGroupIsProvenElsewhere() {
        TestingCluster planned = three().patched("n2", "n3");
        TestingCluster failed = TestingCluster.of("n1", "n2", "n3")
                .group("mail", 1, "n2")
                .with("mail", group -> group.health(GroupHealth.FAILED))
                .patched("n2", "n3");
        TestingCluster online =
                TestingCluster.of("n1", "n2", "n3").group("mail", 1, "n2").patched("n2", "n3");

        assertThat(new Asked(planned, "drain:n1", failed, LONG, false).codes())
                .containsExactly("GROUP-NOT-PROVEN-ELSEWHERE");
        assertThat(new Asked(planned, "drain:n1", online, LONG, false).codes()).isEmpty();
    }

    @Test
    void unknownBlocksTheStepsWhoseConstraintsMentionItAndNoOthers() {
        TestingCluster now = three().node("n3", node -> node.patch(new PatchState.Unknown("no answer")));

        assertThat(before("drain:n2", now)).isEmpty();
        assertThat(before(
                        "release:n2",
                        three().drainedByUs("n2").node("n2", node -> node.patch(new PatchState.Unknown("no answer")))))
                .contains("NOT-READY-FOR-RELEASE", "PRECONDITION-UNKNOWN");
    }

    @Test
    void everyFindingIsReportedNotOnlyTheFirst() {
        TestingCluster now = three().inTransition().node("n3", node -> node.membership(Membership.LOST));

        assertThat(before("drain:n2", now)).contains("QUORUM-WOULD-BE-LOST", "SECOND-NODE-LOST", "CLUSTER-CHANGING");
    }
}
