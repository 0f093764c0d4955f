package understudy.engine.probes;

import java.time.Duration;
import java.time.Instant;

/** A time in which this machine itself did not get to its work, so that a miss then says little about the service. */
record Stall(Instant from, Instant until) {
    /** A delay of more than this is a stall; a busy machine is often late by a tenth of it. */
    static final Duration NOTICED = Duration.ofMillis(250);

    boolean touches(Stall other) {
        return !from.isAfter(other.until) && !until.isBefore(other.from);
    }

    Stall joined(Stall other) {
        return new Stall(
                from.isBefore(other.from) ? from : other.from, until.isAfter(other.until) ? until : other.until);
    }

    Duration within(Instant begin, Instant end) {
        Instant later = from.isAfter(begin) ? from : begin;
        Instant earlier = until.isBefore(end) ? until : end;
        return later.isBefore(earlier) ? Duration.between(later, earlier) : Duration.ZERO;
    }
}
