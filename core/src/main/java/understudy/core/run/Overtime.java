package understudy.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.Policy;

/** Tells, once for each opening of a run, that it takes longer than its policy expects. */
public final class Overtime {
    private static final String CODE = "RUN-TAKES-LONG";

    private Overtime() {}

    /** What is to be recorded as a warning now; empty where it was told already or there is nothing to tell. */
    public static Optional<Finding> toTell(State state, Instant now) {
        if (state.header().isEmpty()
                || state.ending().isPresent()
                || state.clock().warned()) {
            return Optional.empty();
        }
        RunHeader header = state.header().get();
        Policy policy = header.policy();
        Duration spent = Duration.between(state.clock().opened(), now);
        return policy.warnAfter()
                .filter(limit -> spent.compareTo(limit) >= 0)
                .map(limit -> Finding.warning(
                        CODE,
                        header.run().value(),
                        "The run has taken " + Say.duration(spent) + ", and the policy expects it to end within "
                                + Say.duration(limit) + ".",
                        "It goes on; see with `understudy status " + header.run() + "` where it is."));
    }

    static State apply(State now, Event.Warned warned) {
        return warned.finding().code().equals(CODE) ? now.timed(now.clock().toldOfLength()) : now;
    }
}
