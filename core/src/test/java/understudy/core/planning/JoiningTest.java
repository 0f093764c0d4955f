package understudy.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.core.planning.TestingProcedures.inPlace;
import static understudy.core.planning.TestingProcedures.joining;
import static understudy.core.planning.TestingProcedures.stopped;

import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.core.model.Change;
import understudy.core.model.Finding;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.MayHost;
import understudy.core.model.Membership;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Quorum;
import understudy.core.procedure.Verb;

/** Handovers of other shapes: the destination joins inside, a failover is proven at the end, nothing moves, a stopped group moves. */
class JoiningTest {
    private static final PatchState OLDER = new PatchState.Behind(List.of(new Change("server", "1", "2", 0)));

    private static String ids(TestingCluster cluster) {
        return PlanText.ids(Planner.plan(cluster.input())).replace(" || ", " ").replace("\n", " ");
    }

    private static Plan plan(TestingCluster cluster) {
        return ((Planning.Planned) Planner.plan(cluster.input())).plan();
    }

    private static TestingCluster office(String... nodes) {
        return TestingCluster.of(nodes)
                .rule(new Quorum.Rule.Fixed(1))
                .group("mail", 1, "n1")
                .with("mail", group -> group.patch(OLDER))
                .group("cluster", 0, "n2");
    }

    private static TestingCluster waiting(String... nodes) {
        return office(nodes)
                .procedure(joining())
                .with("cluster", group -> group.serving("n1"))
                .patched("n2")
                .heldOutByUs("n2")
                .done("install:n2", "restart:n2");
    }

    @Test
    void theFirstNodeJoinsOnlyOnceTheGroupIsOutOfService() {
        assertThat(ids(office("n1", "n2").procedure(joining())))
                .isEqualTo("leave:n2 install:n2 restart:n2 verify:n2"
                        + " prepare:mail>n2 stop:mail>n2 join:mail>n2 move:mail>n2 withdraw-hosting:mail>n1"
                        + " upgrade:mail>n2 start:mail>n2"
                        + " leave:n1 install:n1 restart:n1 rejoin:n1 verify:n1 grant-hosting:mail>n1"
                        + " prove:mail>n1 proven:mail>n1 prove:mail>n2 proven:mail>n2");
    }

    @Test
    void planedAgainTheNodeThatWaitsIsTheDestinationAndIsNotVisitedBefore() {
        assertThat(ids(waiting("n1", "n2"))).startsWith("prepare:mail>n2 stop:mail>n2 join:mail>n2 move:mail>n2");
    }

    @Test
    void theOutageAsksForNoMemberBeforeItHasJoined() {
        Plan plan = plan(waiting("n1", "n2"));
        Step door = plan.steps().stream()
                .filter(step -> !step.interrupts().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(door.needs()).doesNotContain(new Condition.NodeIsMember(new NodeId("n2")));
        assertThat(plan.steps())
                .filteredOn(step -> step.verb() instanceof Verb.RejoinCluster)
                .first()
                .satisfies(step -> {
                    assertThat(step.node()).contains(new NodeId("n2"));
                    assertThat(step.proves()).containsExactly(new Condition.NodeIsMember(new NodeId("n2")));
                });
    }

    @Test
    void furtherNodesJoinAtOnce() {
        assertThat(ids(office("n1", "n2", "n3").procedure(joining())))
                .containsOnlyOnce("join:mail>")
                .contains("rejoin:n1")
                .contains("rejoin:n2");
    }

    @Test
    void whereNoGroupIsToComeTheNodeThatWaitsJoins() {
        assertThat(ids(waiting("n1", "n2").with("mail", group -> group.health(GroupHealth.STOPPED))))
                .startsWith("rejoin:n2");
    }

    @Test
    void brokenOffBeforeItJoinedTheRestGoesForward() {
        assertThat(ids(waiting("n1", "n2")
                        .with("mail", group -> group.health(GroupHealth.FAILED))
                        .done("prepare:mail>n2", "stop:mail>n2")))
                .startsWith("join:mail>n2 move:mail>n2 withdraw-hosting:mail>n1 upgrade:mail>n2 start:mail>n2");
    }

    @Test
    void onNewerBinariesByItselfItsPartsAreStoppedBeforeItIsUpgraded() {
        assertThat(ids(office("n1", "n2")
                        .procedure(joining())
                        .patched("n2")
                        .with("mail", group -> group.serving("n2").health(GroupHealth.FAILED))))
                .startsWith("withdraw-hosting:mail>n1 stop:mail>n2 upgrade:mail>n2 start:mail>n2");
    }

    @Test
    void upgradedAndNotYetStartedItIsStartedAndNothingOfItIsStoppedAgain() {
        assertThat(ids(waiting("n1", "n2")
                        .node("n2", node -> node.membership(Membership.MEMBER))
                        .with(
                                "mail",
                                group -> group.serving("n2")
                                        .health(GroupHealth.FAILED)
                                        .patch(new PatchState.Patched()))
                        .done("prepare:mail>n2")))
                .contains("start:mail>n2")
                .doesNotContain("stop:mail");
    }

    @Test
    void aProofThatHasBegunIsEndedAndNotBegunAgain() {
        var done = office("n1", "n2")
                .procedure(joining())
                .patched("n1", "n2")
                .with("mail", group -> group.patch(new PatchState.Patched()))
                .done("install:n1", "verify:n1", "verify:n2", "prepare:mail>n2", "proven:mail>n1");

        assertThat(ids(done)).isEqualTo("prove:mail>n2 proven:mail>n2");
        assertThat(Planner.plan(done.done("proven:mail>n2").input())).isInstanceOf(Planning.NothingToDo.class);
    }

    @Test
    void aProofWithoutAnotherNodeIsAWarning() {
        var alone = office("n1", "n2")
                .procedure(joining())
                .patched("n1")
                .with(
                        "mail",
                        group -> group.patch(new PatchState.Patched()).mayHost("n2", new MayHost.No("no disk there")));

        assertThat(plan(alone).warnings())
                .extracting(Finding::sentence)
                .contains(
                        "That mail can fail over is not proven, because no other node that has the patch may take it.");
    }

    @Test
    void theProofsOutagesAreListedApart() {
        assertThat(plan(office("n1", "n2").procedure(joining())).outages())
                .extracting(Plan.PlannedOutage::outsideBound)
                .containsExactly(false, true, true);
    }

    @Test
    void inPlaceTheActiveNodeIsFirstAndTheGroupIsProvenServedWhereItsOutageEnds() {
        var cluster = office("n1", "n2").procedure(inPlace());

        assertThat(ids(cluster))
                .isEqualTo("withdraw-hosting:mail>n2 install:n1 verify:n1 install:n2 verify:n2 grant-hosting:mail>n2");
        assertThat(plan(cluster).steps())
                .filteredOn(step -> !step.interrupts().isEmpty())
                .singleElement()
                .satisfies(step -> assertThat(step.proves()).contains(new Condition.GroupServed(new GroupId("mail"))));
        assertThat(plan(cluster).cost()).isEqualTo(1);
    }

    @Test
    void aStoppedGroupGoesToEachNodeThatIsPatchedAndIsStartedOnce() {
        var cluster = office("n1", "n2").procedure(stopped());

        assertThat(ids(cluster))
                .isEqualTo("stop:mail install:n1 verify:n1 move:mail>n2 install:n2 verify:n2 start:mail");
        assertThat(plan(cluster).cost()).isEqualTo(1);
        assertThat(ids(office("n1", "n2")
                        .procedure(stopped())
                        .patched("n1")
                        .with("mail", group -> group.health(GroupHealth.STOPPED))
                        .original("mail", "n1")
                        .done("stop:mail", "install:n1", "verify:n1")))
                .isEqualTo("move:mail>n2 install:n2 verify:n2 start:mail");
    }
}
