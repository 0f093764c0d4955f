package understudy.core.run;

import java.time.Instant;
import java.util.Optional;

/**
 * How often a step was tried in this run, and how the last attempt stands.
 *
 * @param count attempts that began
 * @param successes those that succeeded
 * @param misses attempts that failed or ended in doubt since the last success
 * @param at when the last attempt began, and once it has ended, when it did
 * @param boot the boot id of its node when the last attempt began
 * @param last the result of the last attempt; empty while it is under way
 */
public record Attempts(
        int count, int successes, int misses, Instant at, Optional<String> boot, Optional<StepResult> last) {
    static Attempts first(Instant at, Optional<String> boot) {
        return new Attempts(1, 0, 0, at, boot, Optional.empty());
    }

    public boolean isUnderWay() {
        return last.isEmpty();
    }

    Attempts begunAgain(Instant again, Optional<String> newBoot) {
        return new Attempts(count + 1, successes, misses, again, newBoot, Optional.empty());
    }

    Attempts ended(StepResult result, Instant end) {
        boolean succeeded = result instanceof StepResult.Succeeded;
        int missed = succeeded ? 0 : misses + 1;
        return new Attempts(count, succeeded ? successes + 1 : successes, missed, end, boot, Optional.of(result));
    }

    /** The run was taken up again by a person: what was missed before no longer counts. */
    Attempts forgiven() {
        return new Attempts(count, successes, 0, at, boot, last);
    }
}
