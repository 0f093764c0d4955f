package understudy.driver.bigfix.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan of Server Automation as its execution template has it.
 *
 * @param steps in their order
 */
public record AutomationPlan(String name, List<Step> steps) {
    /**
     * One step.
     *
     * @param sequence its number in the plan
     * @param name of the Fixlet, task or baseline
     * @param fixlet its number, where the plan's own document was read
     */
    public record Step(int sequence, String name, Optional<Integer> fixlet, List<Target> targets) {
        public Step {
            targets = List.copyOf(targets);
        }
    }

    /** A computer. */
    public record Target(String name, int id) {}

    public AutomationPlan {
        steps = List.copyOf(steps);
    }

    /** The same, aimed at these computers, by step. */
    public AutomationPlan aimedAt(Map<Integer, List<Target>> targets) {
        return new AutomationPlan(
                name,
                steps.stream()
                        .map(step -> new Step(
                                step.sequence(),
                                step.name(),
                                step.fixlet(),
                                targets.getOrDefault(step.sequence(), step.targets())))
                        .toList());
    }
}
