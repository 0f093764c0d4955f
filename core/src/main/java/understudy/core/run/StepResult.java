package understudy.core.run;

import understudy.core.model.Finding;

/** What came of one attempt at a step, after the cluster was looked at. */
public sealed interface StepResult {
    /** Its postcondition was observed. */
    record Succeeded() implements StepResult {}

    /** It surely did not happen. */
    record Failed(Finding why) implements StepResult {}

    /** It may have happened; its postcondition was not observed in time. */
    record Unknown(Finding why) implements StepResult {}
}
