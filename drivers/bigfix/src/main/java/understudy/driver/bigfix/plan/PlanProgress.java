package understudy.driver.bigfix.plan;

import java.util.List;
import understudy.driver.bigfix.StatusText;

/** How a plan that was started stands. */
public record PlanProgress(String name, boolean isOpen, List<Step> steps) {
    /** One step that has begun. */
    public record Step(String name, String overall, String state, String percent) {
        /** In one sentence, with what the status means. */
        public String sentence() {
            return name + ": " + overall
                    + StatusText.find(overall)
                            .map(status -> " (" + status.because() + ")")
                            .orElse("")
                    + ", " + state + ", " + percent + " %";
        }
    }

    public PlanProgress {
        steps = List.copyOf(steps);
    }
}
