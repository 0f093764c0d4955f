package understudy.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import understudy.core.procedure.Procedure;

class RandomPlansTest {
    private static final int SEEDS = Integer.getInteger("understudy.planner.seeds", 4000);

    @Test
    void everyPlanKeepsEveryRuleAndPatchesEveryNode() {
        List<String> wrong = new ArrayList<>();
        int planned = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            PlanningInput input = RandomClusters.small(seed);
            if (Planner.plan(input) instanceof Planning.Planned(Plan plan)) {
                planned++;
                var cluster = new AbstractCluster(input);
                cluster.play(plan);
                if (!cluster.broken().isEmpty() || cluster.outages() != plan.cost()) {
                    wrong.add("seed " + seed + ": " + cluster.broken() + ", outages " + cluster.outages() + " of "
                            + plan.cost());
                }
            }
        }
        System.out.println("random plans: seeds 0 to " + (SEEDS - 1) + ", " + planned + " planned");
        assertThat(wrong).isEmpty();
        assertThat(planned).isGreaterThan(SEEDS / 3);
    }

    @Test
    void noSearchThroughEverythingFindsFewerOutagesOrAPlanWhereItWasRefused() {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        int refused = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            PlanningInput input = RandomClusters.small(seed);
            if (!isComparable(input)) {
                continue;
            }
            compared++;
            OptionalInt least = new BruteForce(input).leastOutages();
            Planning planning = Planner.plan(input);
            refused += planning instanceof Planning.Refused ? 1 : 0;
            boolean right = switch (planning) {
                case Planning.Planned(Plan plan) -> plan.exact() && least.equals(OptionalInt.of(plan.cost()));
                case Planning.NothingToDo _ -> least.equals(OptionalInt.of(0));
                case Planning.Refused _ -> least.isEmpty();
            };
            if (!right) {
                wrong.add("seed " + seed + ": least " + least + ", planned " + PlanText.ids(planning));
            }
        }
        System.out.println("compared with a search through everything: " + compared + " of seeds 0 to " + (SEEDS - 1)
                + ", " + refused + " refused");
        assertThat(wrong).isEmpty();
    }

    /** The search through everything knows no order but the fewest outages, and only vacated visits. */
    private static boolean isComparable(PlanningInput input) {
        Procedure procedure = input.procedure();
        boolean idle = input.snapshot().groups().stream().anyMatch(group -> group.weight() == 0);
        return procedure.order() == Procedure.Order.PASSIVE_FIRST
                && procedure.handoverTiming() == Procedure.HandoverTiming.AFTER_PASSIVE_NODES
                && procedure.visit() == Procedure.Visit.VACATED
                && !(idle && procedure.vacate() == Procedure.Vacate.ALL);
    }
}
