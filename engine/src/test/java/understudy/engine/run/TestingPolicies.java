package understudy.engine.run;

import java.time.Duration;
import java.util.Optional;
import understudy.core.model.Policy;

/** The standard policy with what one test wants to be different. */
final class TestingPolicies {
    private TestingPolicies() {}

    static Policy bake(Duration bakeTime, boolean goNoGo, Optional<Duration> stopAfter) {
        return of(bakeTime, goNoGo, false, Optional.empty(), stopAfter);
    }

    static Policy askOnChange() {
        return of(Duration.ZERO, false, true, Optional.empty(), Optional.empty());
    }

    static Policy warnAfter(Duration warnAfter) {
        return of(Duration.ZERO, false, false, Optional.of(warnAfter), Optional.empty());
    }

    static Policy failures(int failures, int inARow) {
        Policy usual = Policy.standard();
        return new Policy(
                usual.maxUnavailable(),
                usual.moveBack(),
                usual.outageBudget(),
                usual.windows(),
                usual.acceptedOutages(),
                usual.bakeTime(),
                usual.goNoGo(),
                usual.askOnChange(),
                failures,
                inARow,
                usual.retries(),
                usual.warnAfter(),
                usual.stopAfter());
    }

    private static Policy of(
            Duration bakeTime,
            boolean goNoGo,
            boolean askOnChange,
            Optional<Duration> warnAfter,
            Optional<Duration> stopAfter) {
        Policy usual = Policy.standard();
        return new Policy(
                usual.maxUnavailable(),
                usual.moveBack(),
                usual.outageBudget(),
                usual.windows(),
                usual.acceptedOutages(),
                bakeTime,
                goNoGo,
                askOnChange,
                usual.failures(),
                usual.failuresInARow(),
                usual.retries(),
                warnAfter,
                stopAfter);
    }
}
