package understudy.core.run;

import java.util.Optional;
import understudy.core.model.StepId;

/**
 * Something that only a person may decide; the run waits for the answer, and a "no" stops it.
 *
 * @param id unique in the run, the same when the question is derived again
 * @param text ends with a question mark; says what yes means
 */
public record Question(String id, Kind kind, String text, Optional<StepId> step) {
    /** The id of the question whether a run may begin at all. */
    public static final String START = "start";

    /** What it is about. */
    public enum Kind {
        /** A second person is to agree to the plan before anything is done. */
        START,
        /** The procedure wants a person's word. */
        CONFIRM,
        /** The rest of the plan has changed and the policy wants to be asked. */
        PLAN_CHANGED,
        /** The plan was made again twice and nothing got done. */
        NO_PROGRESS,
        /** A step failed as often as it may be tried. */
        STEP_FAILED,
        /** Nobody knows whether a step happened. */
        DOUBT,
        /** Guards have blocked a step for as long as the run waits by itself. */
        BLOCKED,
        /** An operator has a part in the outage path that begins now. */
        PRESENCE,
        /** The patch looks bad: may what has it be taken back to the packages before? */
        GO_BACK,
        /** The last node that is not patched is the only quick way back. */
        GO_NO_GO,
        /** The run goes together with others and waits for them; what carries them all answers, and a person may. */
        HOLD
    }
}
