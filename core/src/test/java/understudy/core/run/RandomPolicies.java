package understudy.core.run;

import java.time.Duration;
import java.util.Random;
import understudy.core.model.Policy;

/** Policies with every limit that the machine knows, some set and some not. */
final class RandomPolicies {
    private RandomPolicies() {}

    static Policy of(Random random) {
        var draft = Policy.standard()
                .draft()
                .maxUnavailable(2)
                .bakeTime(Duration.ofMinutes(random.nextInt(3) * 10L))
                .askOnChange(random.nextBoolean())
                .failures(random.nextInt(9))
                .failuresInARow(random.nextInt(5))
                .retries(random.nextInt(3));
        return (random.nextInt(3) == 0 ? draft.stopAfter(Duration.ofHours(1)) : draft).build();
    }
}
