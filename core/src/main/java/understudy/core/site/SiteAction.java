package understudy.core.site;

import java.time.Instant;
import java.util.Optional;
import understudy.core.run.Hold;

/** What a site run demands now. */
public sealed interface SiteAction {
    /** The member's own run is to begin, or to go on where it stands. */
    record Begin(MemberName member) implements SiteAction {}

    /** The member's run, which is held there, is let on; the reason is empty where all others are there too. */
    record LetOn(MemberName member, Hold place, String reason) implements SiteAction {}

    /** The member's run, which is held there, comes online again as it was, and ends. */
    record CallBack(MemberName member, Hold place, String reason) implements SiteAction {}

    /** Nothing is to be done before a member ends, a person speaks, or this time. */
    record Await(Optional<Instant> until) implements SiteAction {}

    /** A command of the owner's is to prove what else a person would have to vouch for. */
    record Prove(String confirmation) implements SiteAction {}

    /** A command of the owner's is to list what is compared. */
    record Inspect(String comparison) implements SiteAction {}

    record Ask(SiteQuestion question) implements SiteAction {}

    record Finish(SiteResult result, String note) implements SiteAction {}
}
