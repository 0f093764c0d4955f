package understudy.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.core.model.Finding;
import understudy.core.model.GroupHealth;
import understudy.core.model.PatchState;

/** No way leads on, because a second group has no other home: what is done for the first one all the same. */
class OnlyToServiceTest {
    private static TestingCluster withoutAWayOn() {
        return TestingCluster.of("n1", "n2", "n3")
                .group("mail", 1, "n1")
                .group("archive", 1, "n1")
                .with("archive", group -> group.onlyOn("n1"))
                .procedure(TestingProcedures.upgrading())
                .patched("n2", "n3")
                .original("mail", "n1");
    }

    private static TestingCluster stoppedOnItsWay() {
        return withoutAWayOn()
                .done("prepare:mail>n2", "stop:mail>n2")
                .with("mail", group -> group.health(GroupHealth.STOPPED));
    }

    @Test
    void aHandoverThatWasBrokenOffIsEndedAndNothingElseIsBegun() {
        assertThat(PlanText.ids(Planner.plan(stoppedOnItsWay().input())))
                .isEqualTo("move:mail>n2 withdraw-hosting:mail>n1 upgrade:mail>n2");
    }

    @Test
    void thePlanSaysWhyItGoesNoFurther() {
        var planned = (Planning.Planned) Planner.plan(stoppedOnItsWay().input());

        assertThat(planned.plan().warnings())
                .filteredOn(finding -> finding.code().equals("NO-HOME"))
                .isNotEmpty()
                .noneMatch(Finding::blocks);
    }

    @Test
    void aGroupThatIsServedAndAwaitsOnlyItsUpgradeIsNotInterruptedForAPlanThatGoesNowhere() {
        var cluster =
                withoutAWayOn().with("mail", group -> group.serving("n2").patch(new PatchState.Behind(List.of())));

        assertThat(PlanText.ids(Planner.plan(cluster.input()))).isEqualTo("NO-HOME archive");
    }
}
