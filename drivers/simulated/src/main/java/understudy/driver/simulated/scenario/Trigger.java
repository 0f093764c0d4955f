package understudy.driver.simulated.scenario;

import java.time.Duration;

/** When a fault happens. */
public sealed interface Trigger {
    /** So long after the scenario's start; a fault of a step then meets the next step that fits. */
    record At(Duration time) implements Trigger {}

    /**
     * When a step is carried out.
     *
     * @param verb as procedures write it, such as {@code hand-over}; empty for any
     * @param subject the node or group that it is about, or its destination; empty for any
     * @param occurrence which of the steps that fit, from 1
     * @param delay so long after the step has begun; has no meaning for a fault of the step itself
     */
    record AtStep(String verb, String subject, int occurrence, Duration delay) implements Trigger {
        public AtStep {
            if (occurrence < 1) {
                throw new IllegalArgumentException("An occurrence is counted from 1, not " + occurrence + ".");
            }
        }
    }
}
