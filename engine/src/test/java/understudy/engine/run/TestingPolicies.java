package understudy.engine.run;

import java.time.Duration;
import java.util.Optional;
import understudy.core.model.Policy;

/** The standard policy with what one test wants to be different. */
final class TestingPolicies {
    private TestingPolicies() {}

    static Policy bake(Duration bakeTime, boolean goNoGo, Optional<Duration> stopAfter) {
        var draft = Policy.standard().draft().bakeTime(bakeTime).goNoGo(goNoGo);
        stopAfter.ifPresent(draft::stopAfter);
        return draft.build();
    }

    static Policy askOnChange() {
        return Policy.standard().draft().askOnChange(true).build();
    }

    static Policy warnAfter(Duration warnAfter) {
        return Policy.standard().draft().warnAfter(warnAfter).build();
    }

    static Policy failures(int failures, int inARow) {
        return Policy.standard()
                .draft()
                .failures(failures)
                .failuresInARow(inARow)
                .build();
    }
}
