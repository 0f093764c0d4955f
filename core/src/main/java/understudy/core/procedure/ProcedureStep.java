package understudy.core.procedure;

import java.time.Duration;
import java.util.Optional;

/**
 * One step of a procedure, not yet bound to a node or a group.
 *
 * @param id never changes once released
 * @param deadline after which the step counts as not done; every step has one
 * @param expected how long it takes as a rule, for the plan's sum; earlier runs replace it
 * @param by who does it; an operator's step has an instruction
 * @param afterDoubt what may happen where nobody knows whether it happened
 */
public record ProcedureStep(
        String id,
        Verb verb,
        Where where,
        Duration deadline,
        Duration expected,
        By by,
        Optional<String> instruction,
        AfterDoubt afterDoubt,
        Outage outage) {
    /** Where a step is executed. */
    public enum Where {
        NODE,
        DESTINATION,
        ANY_NODE,
        EACH_NODE,
        CONTROLLER,
        OPERATOR
    }

    /** Who executes it. */
    public enum By {
        DRIVER,
        OPERATOR
    }

    /** Whether a step whose outcome is unknown may be done again after a look that does not settle it. */
    public enum AfterDoubt {
        REPEAT,
        ASK
    }

    /** Where a step stands to the outage path. */
    public enum Outage {
        NONE,
        BEGINS,
        INSIDE,
        ENDS,
        /** The step is the whole outage. */
        WHOLE
    }
}
