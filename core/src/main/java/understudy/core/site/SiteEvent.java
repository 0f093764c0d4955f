package understudy.core.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.RunId;
import understudy.core.run.Hold;

/** Something that has happened in a site run, in the order of its journal. */
public sealed interface SiteEvent {
    Instant at();

    record SiteOpened(Instant at, SiteHeader header) implements SiteEvent {}

    /** The member's own run begins or goes on. */
    record MemberBegan(Instant at, MemberName member, RunId run) implements SiteEvent {}

    /**
     * It has ended; the note says how, in a sentence.
     *
     * @param unexplained what its own run does not explain, though it is done
     * @param outages all that were measured in its run
     */
    record MemberEnded(
            Instant at,
            MemberName member,
            MemberResult result,
            String note,
            Optional<String> unexplained,
            List<MemberOutage> outages)
            implements SiteEvent {
        public MemberEnded {
            outages = List.copyOf(outages);
        }
    }

    /** The member's run is held until the others of its pool are there too. */
    record MemberHeld(Instant at, MemberName member, Hold place) implements SiteEvent {}

    /**
     * It is let on there.
     *
     * @param reason why it goes on without another one; empty where all are there
     */
    record MemberLetOn(Instant at, MemberName member, Hold place, String reason) implements SiteEvent {}

    /** It comes online again as it was, because another one cannot come along. */
    record MemberCalledBack(Instant at, MemberName member, Hold place, String reason) implements SiteEvent {}

    /** A program of the site's own says no, or fails, so that something waits. */
    record SiteRefused(Instant at, String what, String reason) implements SiteEvent {}

    /** The owner's command has proven what else a person would have to vouch for; it is told what it has said. */
    record SiteProven(Instant at, String confirmation, String said) implements SiteEvent {}

    /** What the owner's command has listed: first before a tier, then behind it. */
    record SiteListed(Instant at, String comparison, String listing) implements SiteEvent {}

    /** Something came to nothing for which the run does not wait. */
    record SiteWarned(Instant at, String sentence) implements SiteEvent {}

    record SiteAsked(Instant at, SiteQuestion question) implements SiteEvent {}

    /** Nothing but time has passed. */
    record SitePassed(Instant at) implements SiteEvent {}

    record SiteEnded(Instant at, SiteResult result, String note) implements SiteEvent {}

    /** What a person asks; counts once, by its id. */
    sealed interface Wish extends SiteEvent {
        String request();

        String by();
    }

    record SiteAnswered(Instant at, String request, String question, boolean yes, String by) implements Wish {}

    record SitePauseAsked(Instant at, String request, String by) implements Wish {}

    record SiteResumeAsked(Instant at, String request, String by) implements Wish {}

    /** The whole ends for good, once those under way have ended at their next safe place. */
    record SiteAbortAsked(Instant at, String request, String by) implements Wish {}

    /** Nobody else of the wave is begun, and those of it who are under way end at their next safe place. */
    record WaveAbortAsked(Instant at, String request, String wave, String by) implements Wish {}

    /** The member's part ends: at its next safe place where it is under way. */
    record MemberAbortAsked(Instant at, String request, MemberName member, String by) implements Wish {}

    /** Everybody who has failed or was out of reach is begun again. */
    record SiteRetryAsked(Instant at, String request, String by) implements Wish {}

    record WaveRetryAsked(Instant at, String request, String wave, String by) implements Wish {}

    /** A member that failed is begun again. */
    record MemberRetryAsked(Instant at, String request, MemberName member, String by) implements Wish {}

    /** Everybody who was not begun yet is left out. */
    record SiteSkipAsked(Instant at, String request, String by) implements Wish {}

    /** A member is left out as it stands. */
    record MemberSkipAsked(Instant at, String request, MemberName member, String by) implements Wish {}

    /** What of a wave was not begun yet is left out. */
    record WaveSkipAsked(Instant at, String request, String wave, String by) implements Wish {}
}
