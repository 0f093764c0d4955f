package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time in which the run was carried: up to its end, or to the end after which it was resumed. */
public record Sitting(Instant from, Instant until) {
    public Duration length() {
        return Duration.between(from, until);
    }
}
