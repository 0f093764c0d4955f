package understudy.core.site;

import java.time.Instant;
import java.util.Optional;
import understudy.core.model.RunId;
import understudy.core.run.Hold;

/**
 * Where one member stands.
 *
 * @param run its own run, once it was begun
 * @param note how its run ended
 * @param changed when it became what it is
 * @param tries how often it was begun
 * @param abortedBy who has asked that it ends
 * @param finding what nobody has explained about a member that is done
 * @param hold where its run was last held, since it was begun
 */
public record MemberState(
        Standing standing,
        Optional<RunId> run,
        String note,
        Instant changed,
        int tries,
        Optional<String> abortedBy,
        Optional<String> finding,
        Optional<MemberHold> hold) {
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

        /** It may be away, or is for certain: its clients and its vote cannot be counted on. */
        boolean isInDoubt() {
            return this == UNDER_WAY || this == AWAY || isFailure();
        }
    }

    static MemberState waiting(Instant at) {
        return new MemberState(
                Standing.WAITING, Optional.empty(), "", at, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    MemberState began(RunId by, Instant at) {
        return new MemberState(
                Standing.UNDER_WAY,
                Optional.of(by),
                "",
                at,
                tries + 1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    MemberState became(Standing next, String why, Instant at) {
        return new MemberState(next, run, why, at, tries, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Its run has ended; whoever was asked to end is left out, and is no failure. */
    MemberState ended(SiteEvent.MemberEnded end) {
        boolean leftOut = abortedBy.isPresent() && end.result() != MemberResult.DONE;
        Standing next = switch (end.result()) {
            case DONE -> Standing.DONE;
            case FAILED -> Standing.FAILED;
            case BROKEN_OFF -> Standing.BROKEN_OFF;
            case AWAY -> Standing.AWAY;
        };
        return leftOut
                ? became(Standing.SKIPPED, "Aborted by " + abortedBy.get() + ": " + end.note(), end.at())
                : new MemberState(
                        next,
                        run,
                        calledBack(end.result()) + end.note(),
                        end.at(),
                        tries,
                        Optional.empty(),
                        end.unexplained(),
                        Optional.empty());
    }

    private String calledBack(MemberResult result) {
        return hold.filter(known -> known.isCalledBack() && result != MemberResult.DONE)
                .map(known -> "Called back, because " + known.reason() + ". ")
                .orElse("");
    }

    /** Its run is held there. What it was told there before holds where it asks again, and one that was called back stays so everywhere. */
    MemberState held(Hold place, Instant at) {
        MemberHold next = hold.filter(known -> known.isCalledBack() || (known.isLetOn() && known.place() == place))
                .map(known -> new MemberHold(place, at, known.answer(), known.reason()))
                .orElseGet(() -> new MemberHold(place, at, MemberHold.Answer.NONE, ""));
        return with(next);
    }

    /** It is told there how it goes on. */
    MemberState told(Hold place, MemberHold.Answer what, String why) {
        return hold.filter(known -> known.place() == place)
                .map(known -> with(known.told(what, why)))
                .orElse(this);
    }

    private MemberState with(MemberHold next) {
        return new MemberState(standing, run, note, changed, tries, abortedBy, finding, Optional.of(next));
    }

    MemberState aborting(String by) {
        return new MemberState(standing, run, note, changed, tries, Optional.of(by), finding, hold);
    }

    /** It has another turn, as if it had never been tried. */
    MemberState again(Instant at) {
        return new MemberState(Standing.WAITING, run, "", at, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
