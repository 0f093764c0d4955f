package understudy.core.planning;

import java.time.Duration;
import java.util.List;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;

/**
 * What will be done, in which order, why, and what the users will notice.
 *
 * @param outages each planned outage, in order
 * @param bound the least weighted number of outages that any plan can have
 * @param gap why more outages than the bound, one sentence each; empty where the bound is reached
 * @param exact false where the search ended by its budget, so that a better plan might exist
 * @param redundancy which redundancy is lost from which stage to which
 * @param warnings findings that do not block
 * @param expected the expected duration of the whole
 */
public record Plan(
        String cluster,
        String procedure,
        String patch,
        List<Stage> stages,
        List<PlannedOutage> outages,
        int bound,
        List<String> gap,
        boolean exact,
        List<String> redundancy,
        List<Finding> warnings,
        Duration expected) {
    public Plan {
        stages = List.copyOf(stages);
        outages = List.copyOf(outages);
        gap = List.copyOf(gap);
        redundancy = List.copyOf(redundancy);
        warnings = List.copyOf(warnings);
    }

    /**
     * One outage that the plan expects.
     *
     * @param stage the number of its stage, counted from 1
     * @param outsideBound a move back or a demanded proof, which the bound does not count
     */
    public record PlannedOutage(
            GroupId group,
            int weight,
            int stage,
            NodeId from,
            NodeId to,
            Duration expected,
            boolean outsideBound,
            String reason) {}

    /** The sum of the weights of the planned outages that the bound counts. */
    public int cost() {
        return outages.stream()
                .filter(outage -> !outage.outsideBound())
                .mapToInt(PlannedOutage::weight)
                .sum();
    }

    public List<Step> steps() {
        return stages.stream().flatMap(stage -> stage.steps().stream()).toList();
    }
}
