package understudy.core.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import understudy.core.model.Policy;

/** Policies with every limit that the machine knows, some set and some not. */
final class RandomPolicies {
    private RandomPolicies() {}

    static Policy of(Random random) {
        return new Policy(
                2,
                Policy.MoveBack.NEVER,
                Optional.empty(),
                List.of(),
                List.of(),
                Duration.ofMinutes(random.nextInt(3) * 10L),
                false,
                random.nextBoolean(),
                random.nextInt(9),
                random.nextInt(5),
                random.nextInt(3),
                Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(Duration.ofHours(1)) : Optional.empty());
    }

    /** The standard one with a bake time and with an end by time. */
    static Policy timed(Duration bakeTime, Optional<Duration> stopAfter) {
        Policy usual = Policy.standard();
        return new Policy(
                usual.maxUnavailable(),
                usual.moveBack(),
                usual.outageBudget(),
                usual.windows(),
                usual.acceptedOutages(),
                bakeTime,
                usual.goNoGo(),
                usual.askOnChange(),
                usual.failures(),
                usual.failuresInARow(),
                usual.retries(),
                usual.warnAfter(),
                stopAfter);
    }
}
