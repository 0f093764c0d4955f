package understudy.engine.probes;

import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that was set once and then only counts, so that a wall clock that is put right in the middle of an outage neither
 * lengthens nor shortens it.
 */
final class MonotonicClock implements InstantSource {
    private final Instant setAt = Instant.now();
    private final long count = System.nanoTime();

    @Override
    public Instant instant() {
        return at(System.nanoTime());
    }

    /** The instant of a reading of {@link System#nanoTime()}. */
    Instant at(long nanoTime) {
        return setAt.plusNanos(nanoTime - count);
    }
}
