package understudy.core.site;

import java.time.Duration;
import java.time.Instant;
import understudy.core.model.GroupId;

/** A measured outage of one of a member's groups. */
public record MemberOutage(GroupId group, Instant from, Instant until) {
    public Duration length() {
        return Duration.between(from, until);
    }
}
