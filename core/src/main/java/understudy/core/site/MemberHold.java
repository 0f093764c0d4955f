package understudy.core.site;

import java.time.Instant;
import understudy.core.run.Hold;

/**
 * The last place at which a member's run was held until the others of its pool are there too, and what it was told.
 *
 * @param since when it came there
 * @param reason why it was called back, or goes on without others; empty where there is nothing to say
 */
public record MemberHold(Hold place, Instant since, Answer answer, String reason) {
    /** What a member is told at its hold. */
    public enum Answer {
        NONE,
        LET_ON,
        CALLED_BACK
    }

    boolean waits() {
        return answer == Answer.NONE;
    }

    boolean isLetOn() {
        return answer == Answer.LET_ON;
    }

    boolean isCalledBack() {
        return answer == Answer.CALLED_BACK;
    }

    /** It is there, or has been. */
    boolean hasReached(Hold other) {
        return place.compareTo(other) >= 0;
    }

    MemberHold told(Answer what, String why) {
        return new MemberHold(place, since, what, why);
    }
}
