package understudy.cli.report;

import java.time.Instant;
import java.util.Optional;
import understudy.core.model.ActionId;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.planning.Step;
import understudy.core.run.StepResult;

/**
 * One attempt at a step, with the step as the plan of that time had it.
 *
 * @param step empty where no plan of the journal has it
 * @param end empty while it is under way
 */
record Attempt(ActionId action, Optional<Step> step, Instant began, Optional<End> end) {
    /** How it ended. */
    record End(Instant at, StepResult result, String note) {}

    Attempt ended(End how) {
        return new Attempt(action, step, began, Optional.of(how));
    }

    Outcome outcome() {
        return end.map(how -> switch (how.result()) {
                    case StepResult.Succeeded() -> Outcome.SUCCEEDED;
                    case StepResult.Failed _ -> Outcome.FAILED;
                    case StepResult.Unknown _ -> Outcome.IN_DOUBT;
                })
                .orElse(Outcome.UNDER_WAY);
    }

    Optional<Finding> why() {
        return end.flatMap(how -> switch (how.result()) {
            case StepResult.Succeeded() -> Optional.empty();
            case StepResult.Failed(Finding why) -> Optional.of(why);
            case StepResult.Unknown(Finding why) -> Optional.of(why);
        });
    }

    /** When it ended, or the latest moment that is known. */
    Instant until(Instant latest) {
        return end.map(End::at).orElse(latest);
    }

    boolean interrupts(GroupId group) {
        return step.stream()
                .flatMap(known -> known.interrupts().stream())
                .anyMatch(interruption -> interruption.group().equals(group));
    }

    boolean isAbout(GroupId group) {
        return step.flatMap(Step::group).filter(group::equals).isPresent();
    }
}
