package understudy.core.site;

import java.time.Instant;
import java.util.Optional;

/** What a site run demands now. */
public sealed interface SiteAction {
    /** The member's own run is to begin, or to go on where it stands. */
    record Begin(MemberName member) implements SiteAction {}

    /** Nothing is to be done before a member ends, a person speaks, or this time. */
    record Await(Optional<Instant> until) implements SiteAction {}

    record Ask(SiteQuestion question) implements SiteAction {}

    record Finish(SiteResult result, String note) implements SiteAction {}
}
