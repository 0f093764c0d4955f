package understudy.remote.ssh;

import java.time.Duration;

/** An instant of the monotonic clock until which something may take. */
record Deadline(long nanoTime) {
    static Deadline after(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    Deadline atMost(Duration duration) {
        var other = after(duration);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }

    /** What is left in nanoseconds, never less than one, so that no wait of a library takes it for "for ever". */
    long remainingNanos() {
        return Math.max(1, nanoTime - System.nanoTime());
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(1_000_000, remainingNanos()));
    }

    boolean hasPassed() {
        return nanoTime - System.nanoTime() <= 0;
    }
}
