package understudy.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlannerTest {
    @Test
    void patchesThePassiveNodesFirstThenHandsOverOnce() {
        var cluster = TestingCluster.of("n1", "n2", "n3").group("mail", 1, "n1");

        assertThat(PlanText.ids(Planner.plan(cluster.input()))).isEqualTo("""
                fetch:n1 | fetch:n2 | fetch:n3
                drain:n2 install:n2 restart:n2 verify:n2 release:n2
                drain:n3 install:n3 restart:n3 verify:n3 release:n3
                prepare:mail>n2 move:mail>n2 || drain:n1 install:n1 restart:n1 verify:n1 release:n1""");
    }

    @Test
    void activeActiveOnTwoNodesNeedsThreeOutages() {
        var cluster = TestingCluster.of("n1", "n2")
                .group("mail", 1, "n1")
                .group("web", 1, "n2")
                .rule(new understudy.core.model.Quorum.Rule.TwoNode());

        assertThat(PlanText.ids(Planner.plan(cluster.input()))).isEqualTo("""
                fetch:n1 | fetch:n2
                prepare:mail>n2 move:mail>n2 || drain:n1 install:n1 restart:n1 verify:n1 release:n1
                prepare:mail>n1 move:mail>n1 prepare:web>n1 move:web>n1 || drain:n2 install:n2 restart:n2 verify:n2 release:n2""");
    }

    @Test
    void anUpgradedGroupNeverFindsAnOlderNodeThatMayHostIt() {
        var cluster = TestingCluster.of("n1", "n2", "n3")
                .group("mail", 1, "n1")
                .group("cluster", 0, "n2")
                .procedure(TestingProcedures.upgrading());

        assertThat(PlanText.ids(Planner.plan(cluster.input()))).isEqualTo("""
                fetch:n1 | fetch:n2 | fetch:n3
                drain:n3 agent:n3 registry:n3 install:n3 restart:n3 give-back-agent:n3 verify:n3 release:n3
                drain:n2 agent:n2 registry:n2 install:n2 restart:n2 give-back-agent:n2 verify:n2 release:n2
                prepare:mail>n2 stop:mail>n2 move:mail>n2 withdraw-hosting:mail>n1 upgrade:mail>n2 || drain:n1 agent:n1 \
                registry:n1 install:n1 restart:n1 give-back-agent:n1 verify:n1 grant-hosting:mail>n1 release:n1""");
    }
}
