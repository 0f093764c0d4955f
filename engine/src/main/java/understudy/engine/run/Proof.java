package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.planning.Step;
import understudy.engine.ports.Observation;
import understudy.engine.ports.RunTime;

/** Looks until a step's postconditions hold or its time is over: a command's word is never the proof. */
final class Proof {
    private static final Duration CHANGE = Duration.ofSeconds(10);
    private static final Duration BLIND = Duration.ofSeconds(1);

    private final Eyes eyes;
    private final Situation situation;
    private final RunTime time;

    Proof(Eyes eyes, Situation situation, RunTime time) {
        this.eyes = eyes;
        this.situation = situation;
        this.time = time;
    }

    /** Empty where the postconditions were seen before {@code until}; else what was missing at the last look, of which there is at least one. */
    Optional<String> missing(Step step, ClusterSnapshot atStart, Instant until) throws InterruptedException {
        if (!Situation.isObservable(step)) {
            return Optional.empty();
        }
        Observation seen = eyes.look();
        while (true) {
            Optional<String> missing = missing(step, atStart, seen);
            Duration rest = Duration.between(time.instant(), until);
            if (missing.isEmpty() || rest.isNegative() || rest.isZero()) {
                return missing;
            }
            seen = next(seen, rest);
        }
    }

    private Observation next(Observation seen, Duration rest) throws InterruptedException {
        if (seen instanceof Observation.Seen(ClusterSnapshot snapshot)) {
            return eyes.change(snapshot, shorter(rest, CHANGE));
        }
        time.pause(shorter(rest, BLIND));
        return eyes.look();
    }

    private Optional<String> missing(Step step, ClusterSnapshot atStart, Observation seen) {
        return switch (seen) {
            case Observation.NotSeen(var why) -> Optional.of(why.toString());
            case Observation.Seen(ClusterSnapshot snapshot) -> {
                List<String> unproven = situation.unproven(step, snapshot, atStart);
                yield unproven.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", unproven));
            }
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
