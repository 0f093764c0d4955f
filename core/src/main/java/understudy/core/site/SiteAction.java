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

    record Ask(SiteQuestion question) implements SiteAction {}

    record Finish(SiteResult result, String note) implements SiteAction {}
}
