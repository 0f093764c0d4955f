package understudy.core.run;

import java.time.Instant;
import java.util.Optional;

/**
 * How often a step was tried in this run, and how the last attempt stands.
 *
 * @param count attempts that began
 * @param misses attempts that failed or ended in doubt since the last success
 * @param boot the boot id of its node when the last attempt began
 * @param last the result of the last attempt; empty while it is under way
 */
public record Attempts(int count, int misses, Instant began, Optional<String> boot, Optional<StepResult> last) {
    static Attempts first(Instant at, Optional<String> boot) {
        return new Attempts(1, 0, at, boot, Optional.empty());
    }

    public boolean isUnderWay() {
        return last.isEmpty();
    }

    Attempts begunAgain(Instant at, Optional<String> newBoot) {
        return new Attempts(count + 1, misses, at, newBoot, Optional.empty());
    }

    Attempts ended(StepResult result) {
        int missed = result instanceof StepResult.Succeeded ? 0 : misses + 1;
        return new Attempts(count, missed, began, boot, Optional.of(result));
    }

    /** The run was taken up again by a person: what was missed before no longer counts. */
    Attempts forgiven() {
        return new Attempts(count, 0, began, boot, last);
    }
}
