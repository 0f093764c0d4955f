package understudy.driver.simulated.scenario;

import java.time.Duration;

/** How long something takes: at least, and at most. */
public record Range(Duration least, Duration most) {
    public Range {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "A range of durations goes from nothing or more up to as much or more, not from " + least + " to "
                            + most + ".");
        }
    }

    public static Range exactly(Duration duration) {
        return new Range(duration, duration);
    }

    public static Range seconds(double least, double most) {
        return new Range(Duration.ofMillis((long) (least * 1000)), Duration.ofMillis((long) (most * 1000)));
    }

    /** The duration at a fraction between 0 and 1 of the range, in whole milliseconds. */
    public Duration at(double fraction) {
        long span = most.minus(least).toMillis();
        return least.plusMillis(Math.round(span * fraction));
    }
}
