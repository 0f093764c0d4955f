package understudy.driver.simulated;

import java.time.Duration;

/**
 * How long simulated time takes in reality, for a reader who wants to watch.
 *
 * @param realPerMinute what one simulated minute takes; zero means as fast as the machine can
 * @param longest what one jump may take at most, so that an hour of waiting does not bore anybody
 */
public record Pace(Duration realPerMinute, Duration longest) {
    private static final Duration SLICE = Duration.ofMillis(40);

    public Pace {
        if (realPerMinute.isNegative() || longest.isNegative()) {
            throw new IllegalArgumentException("A pace is not negative: " + realPerMinute + ", " + longest);
        }
    }

    /** No waiting at all. */
    public static Pace unbounded() {
        return new Pace(Duration.ZERO, Duration.ZERO);
    }

    boolean waits() {
        return !realPerMinute.isZero() && !longest.isZero();
    }

    /** The real time that a jump takes. */
    Duration real(Duration jump) {
        double minutes = jump.toNanos() / 60e9;
        Duration real = Duration.ofNanos((long) (realPerMinute.toNanos() * minutes));
        return real.compareTo(longest) < 0 ? real : longest;
    }

    /** Into how many slices a jump is cut, so that clocks on a screen seem to run. */
    long slices(Duration jump) {
        return Math.max(1, real(jump).dividedBy(SLICE));
    }
}
