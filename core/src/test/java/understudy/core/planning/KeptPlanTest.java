package understudy.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of a plan is kept where it still holds, so that nothing is searched for again after every stage. */
class KeptPlanTest {
    private static TestingCluster three() {
        return TestingCluster.of("n1", "n2", "n3").group("mail", 1, "n1");
    }

    private static Plan plan(PlanningInput input) {
        return ((Planning.Planned) Planner.plan(input)).plan();
    }

    @Test
    void whereNothingHasHappenedThePlanIsKeptToTheLetter() {
        int kept = 0;
        for (long seed = 0; seed < 300; seed++) {
            PlanningInput input = RandomClusters.small(seed);
            if (Planner.plan(input) instanceof Planning.Planned planned) {
                Plan before = planned.plan();
                assertThat(PlanText.whole(Planner.again(input, before.stages(), before.exact())))
                        .as("seed " + seed)
                        .isEqualTo(PlanText.whole(planned));
                kept++;
            }
        }
        assertThat(kept).isGreaterThan(50);
    }

    @Test
    void anOrderThatTheSearchDidNotFindIsKeptToo() {
        PlanningInput input = three().input();
        Plan plan = plan(input);
        List<Stage> turned = turned(plan.stages());

        Plan again = ((Planning.Planned) Planner.again(input, turned, true)).plan();

        assertThat(visits(again.stages())).isEqualTo(visits(turned)).isNotEqualTo(visits(plan.stages()));
    }

    @Test
    void whereTheGroupHasGoneElsewhereThePlanIsMadeAnew() {
        Plan before = plan(three().input());
        PlanningInput now =
                TestingCluster.of("n1", "n2", "n3").group("mail", 1, "n3").input();

        assertThat(PlanText.whole(Planner.again(now, before.stages(), before.exact())))
                .isEqualTo(PlanText.whole(Planner.plan(now)));
    }

    @Test
    void whereANodeHasComeBackThePlanIsMadeAnew() {
        Plan before = plan(three().patched("n3").input());
        PlanningInput now = three().input();

        assertThat(PlanText.whole(Planner.again(now, before.stages(), before.exact())))
                .isEqualTo(PlanText.whole(Planner.plan(now)));
    }

    /** The visits of n2 and n3, which are passive, the other way round. */
    private static List<Stage> turned(List<Stage> stages) {
        List<Stage> all = new java.util.ArrayList<>(stages);
        int first = indexOf(all, "n2");
        int second = indexOf(all, "n3");
        java.util.Collections.swap(all, first, second);
        return all;
    }

    private static int indexOf(List<Stage> stages, String node) {
        for (int at = 0; at < stages.size(); at++) {
            if (visits(stages.subList(at, at + 1)).equals(List.of(List.of(node)))) {
                return at;
            }
        }
        throw new AssertionError("No stage visits " + node + " alone.");
    }

    private static List<List<String>> visits(List<Stage> stages) {
        return stages.stream()
                .map(stage -> stage.tracks().stream()
                        .map(track -> track.node().value())
                        .toList())
                .toList();
    }
}
