package understudy.core.site;

import java.time.Instant;
import java.util.Optional;
import understudy.core.model.RunId;

/**
 * Where one member stands.
 *
 * @param run its own run, once it was begun
 * @param note how its run ended
 * @param changed when it became what it is
 * @param tries how often it was begun
 */
public record MemberState(Standing standing, Optional<RunId> run, String note, Instant changed, int tries) {
    /** What becomes of it. */
    public enum Standing {
        WAITING,
        UNDER_WAY,
        DONE,
        FAILED,
        BROKEN_OFF,
        AWAY,
        SKIPPED;

        public boolean isFailure() {
            return this == FAILED || this == BROKEN_OFF;
        }
    }

    static MemberState waiting(Instant at) {
        return new MemberState(Standing.WAITING, Optional.empty(), "", at, 0);
    }

    MemberState began(RunId by, Instant at) {
        return new MemberState(Standing.UNDER_WAY, Optional.of(by), "", at, tries + 1);
    }

    MemberState became(Standing next, String why, Instant at) {
        return new MemberState(next, run, why, at, tries);
    }
}
