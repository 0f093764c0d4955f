package understudy.core.run;

import java.time.Instant;
import java.util.Optional;
import understudy.core.model.ActionId;
import understudy.core.planning.Step;

/** Something that a run's state demands now. It is derived from the state each time and never remembered. */
public sealed interface Action {
    /** Look at the cluster and plan the rest. */
    record LookAndPlan() implements Action {}

    /**
     * Carry out a step.
     *
     * @param underWay it has been given out before, by us or by a process that is gone: probe before acting
     */
    record Perform(ActionId action, Step step, boolean underWay) implements Action {}

    /** Record that every step of this stage has succeeded. */
    record EndStage(int stage) implements Action {}

    /** Ask a person. */
    record Ask(Question question) implements Action {}

    /**
     * Do nothing until then.
     *
     * @param until empty means until somebody asks for something
     */
    record Wait(String reason, Optional<Instant> until) implements Action {}

    /** Give back what may be given back and end the run. */
    record Finish(RunResult result, String sentence) implements Action {}
}
