package understudy.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import understudy.core.model.GroupHealth;

/** A group whose whole handover was prepared, and that is not served where it is. */
class FallenBackTest {
    private static TestingCluster fallenBack() {
        return TestingCluster.of("n1", "n2", "n3")
                .group("mail", 1, "n1")
                .procedure(TestingProcedures.rolling())
                .patched("n2", "n3")
                .original("mail", "n1")
                .done("prepare:mail>n2")
                .with("mail", group -> group.health(GroupHealth.FAILED));
    }

    private static String ids(TestingCluster cluster) {
        return PlanText.ids(Planner.plan(cluster.input()));
    }

    @Test
    void itIsTakenForwardOnceMoreBeforeAnythingElse() {
        assertThat(ids(fallenBack()))
                .isEqualTo("move:mail>n2\nfetch:n1\ndrain:n1 install:n1 restart:n1 verify:n1 release:n1");
    }

    @Test
    void itNeedsNotBeServedForThat() {
        var planned = (Planning.Planned) Planner.plan(fallenBack().input());
        assertThat(planned.plan().steps().getFirst().needs())
                .noneMatch(Condition.GroupOwnedBy.class::isInstance)
                .contains(new Condition.NodePatched(TestingCluster.node("n2").id()));
    }

    @Test
    void whatIsServedThereIsHandedOverAsEver() {
        assertThat(ids(fallenBack().with("mail", group -> group.health(GroupHealth.ONLINE))))
                .isEqualTo("fetch:n1\nprepare:mail>n2#2 move:mail>n2"
                        + " || drain:n1 install:n1 restart:n1 verify:n1 release:n1");
    }
}
