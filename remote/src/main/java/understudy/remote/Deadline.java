package understudy.remote;

import java.time.Duration;

/** An instant of the monotonic clock until which something may take. */
public record Deadline(long nanoTime) {
    /** The instant that comes after {@code duration}. */
    public static Deadline after(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** The earlier of this one and the one after {@code duration}. */
    public Deadline atMost(Duration duration) {
        var other = after(duration);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }

    /** What is left in nanoseconds, never less than one, so that no wait of a library takes it for "for ever". */
    public long remainingNanos() {
        return Math.max(1, nanoTime - System.nanoTime());
    }

    /** What is left, never less than a millisecond, for the same reason. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(1_000_000, remainingNanos()));
    }

    /** Whether nothing is left. */
    public boolean hasPassed() {
        return nanoTime - System.nanoTime() <= 0;
    }
}
