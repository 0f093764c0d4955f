package understudy.engine.probes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How one probe of a group stands after its answers so far. */
final class ProbeRecord {
    final String name;
    private @Nullable Instant lastGood;
    private @Nullable Instant goodSince;
    private Instant missedAt = Instant.MIN;
    private String firstReason = "";
    private int misses;

    ProbeRecord(String name) {
        this.name = name;
    }

    void good(Instant sent) {
        if (goodSince == null) {
            goodSince = sent;
        }
        lastGood = sent;
        misses = 0;
    }

    void missed(Instant sent, String reason) {
        if (misses == 0) {
            missedAt = sent;
            firstReason = reason;
        }
        goodSince = null;
        misses++;
    }

    /** The misses since the last good answer. */
    int misses() {
        return misses;
    }

    /** When the first of these misses was asked. */
    Instant missedAt() {
        return missedAt;
    }

    String firstReason() {
        return firstReason;
    }

    Instant lastGoodOr(Instant begin) {
        return lastGood == null ? begin : lastGood;
    }

    boolean answers() {
        return goodSince != null;
    }

    /** The first of the good answers that no miss has broken off since; null while it does not answer. */
    @Nullable
    Instant goodSince() {
        return goodSince;
    }
}
