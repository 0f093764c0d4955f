package understudy.remote.ssh;

import java.time.Duration;

/**
 * How soon a connection whose other end has vanished is given up.
 *
 * @param interval between two questions whether the other end is still there
 * @param misses how many of them in a row may stay unanswered
 */
public record KeepAlive(Duration interval, int misses) {
    /** Every two seconds, two misses: a node without power is noticed within six seconds. */
    public static final KeepAlive USUAL = new KeepAlive(Duration.ofSeconds(2), 2);

    public KeepAlive {
        if (!interval.isPositive() || misses < 1) {
            throw new IllegalArgumentException(
                    "Keep-alive needs a positive interval and at least one miss: " + interval + ", " + misses);
        }
    }
}
