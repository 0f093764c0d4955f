package understudy.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import understudy.core.model.GroupHealth;
import understudy.core.model.MayHost;
import understudy.core.model.Membership;

/** A handover that was broken off between stop and start, and the node to which it was on its way is lost. */
class DetourTest {
    private static TestingCluster stoppedOnTheWayToALostNode() {
        return TestingCluster.of("n1", "n2", "n3")
                .group("mail", 1, "n1")
                .procedure(TestingProcedures.upgrading())
                .patched("n2", "n3")
                .original("mail", "n1")
                .done("prepare:mail>n2", "stop:mail>n2")
                .with("mail", group -> group.health(GroupHealth.STOPPED))
                .node("n2", node -> node.membership(Membership.LOST));
    }

    private static String ids(TestingCluster cluster) {
        return PlanText.ids(Planner.plan(cluster.input()));
    }

    @Test
    void itGoesForwardToAnotherNodeThatHasThePatch() {
        assertThat(ids(stoppedOnTheWayToALostNode()))
                .isEqualTo("move:mail>n3 withdraw-hosting:mail>n1 upgrade:mail>n3");
    }

    @Test
    void itIsBroughtIntoServiceWhereItWasWhereNoOtherNodeHasThePatch() {
        var cluster = stoppedOnTheWayToALostNode()
                .node("n3", node -> node.patch(TestingCluster.node("n3").patch()));

        assertThat(ids(cluster)).isEqualTo("start-group:mail>n1");
    }

    @Test
    void aNodeThatServesWhatKeepsApartIsNoWayForward() {
        var cluster =
                stoppedOnTheWayToALostNode().group("archive", 1, "n3").with("mail", group -> group.apart("archive"));

        assertThat(ids(cluster)).isEqualTo("start-group:mail>n1");
    }

    @Test
    void behindThePointOfNoReturnItDoesNotGoHome() {
        var cluster = stoppedOnTheWayToALostNode()
                .node("n3", node -> node.patch(TestingCluster.node("n3").patch()))
                .done("move:mail>n2")
                .with("mail", group -> group.serving("n2"));

        assertThat(ids(cluster)).isEqualTo("HANDOVER-STUCK mail");
    }

    @Test
    void whereItsOwnerMayNotHostItAnyMoreItIsStuck() {
        var cluster = stoppedOnTheWayToALostNode()
                .node("n3", node -> node.patch(TestingCluster.node("n3").patch()))
                .with("mail", group -> group.mayHost("n1", new MayHost.No("its disk is gone")));

        assertThat(ids(cluster)).isEqualTo("HANDOVER-STUCK mail");
    }
}
