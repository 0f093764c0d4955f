package understudy.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.core.model.Finding;
import understudy.core.model.PatchState;
import understudy.core.model.Policy;
import understudy.core.model.Quorum;

/** Where a group goes, and when, under a version fence. */
class FencedDestinationsTest {
    @Test
    void aNodeWhoseVersionsNobodyHasSeenGetsNoGroup() {
        var cluster = TestingCluster.of("n1", "n2")
                .group("mail", 1, "n1")
                .node("n2", node -> node.patch(new PatchState.Unknown("n2 did not answer.")))
                .rule(new Quorum.Rule.TwoNode())
                .versionFence();

        assertThat(Planner.plan(cluster.input()))
                .isInstanceOfSatisfying(
                        Planning.Refused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::sentence)
                                .contains(
                                        "mail can go nowhere when n1 is patched: whether n2 may host it could not be seen."));
    }

    @Test
    void thePolicyChoosesWhenGroupsAreHandedOver() {
        var cluster = TestingCluster.of("n1", "n2", "n3").group("mail", 1, "n1").versionFence();

        assertThat(titles(cluster)).containsSubsequence("Patch n2", "Patch n3");
        assertThat(titles(cluster.policy(policy -> policy.handover(Policy.Handover.AFTER_FIRST_NODE))))
                .containsSubsequence("Patch n2", "Hand mail over to n2, then patch n1", "Patch n3");
    }

    private static List<String> titles(TestingCluster cluster) {
        return Planner.plan(cluster.input()) instanceof Planning.Planned(Plan plan)
                ? plan.stages().stream().map(Stage::title).toList()
                : List.of();
    }
}
