package understudy.engine.probes;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import understudy.core.model.GroupId;
import understudy.core.model.SessionCut;
import understudy.engine.ports.OutageWatch.Outage;

/** An outage while it is being measured: its ends, and what each probe met in it. */
final class MeasuredOutage {
    private final GroupId group;
    private final Map<String, Misses> misses = new LinkedHashMap<>();
    private Instant from;
    private @Nullable Instant until;

    private record Misses(String firstReason, int count) {
        Misses plus(Misses more) {
            return new Misses(firstReason, count + more.count);
        }

        String told(String probe) {
            return probe + " " + firstReason + " (" + count + (count == 1 ? " miss)" : " misses)");
        }
    }

    MeasuredOutage(GroupId group, Instant from) {
        this.group = group;
        this.from = from;
    }

    /** Another probe of the group was already without an answer then. */
    void beganBy(Instant earlier) {
        from = earlier.isBefore(from) ? earlier : from;
    }

    void missed(String probe, String reason, int count) {
        misses.merge(probe, new Misses(reason, count), Misses::plus);
    }

    /** Whether the session ended in this outage, to within that time before it. */
    boolean holds(SessionCut cut, Duration tolerance) {
        return !cut.unanswered().isBefore(from.minus(tolerance))
                && (until == null || !cut.unanswered().isAfter(until));
    }

    void endedAt(Instant end) {
        until = end.isBefore(from) ? from : end;
    }

    Outage told(Stalls stalls, List<SessionCut> sessions) {
        String met = misses.entrySet().stream()
                .map(entry -> entry.getValue().told(entry.getKey()))
                .collect(Collectors.joining("; "));
        return new Outage(group, from, Optional.ofNullable(until), met + stalled(stalls), sessions);
    }

    private String stalled(Stalls stalls) {
        long millis = stalls.within(from, until == null ? Instant.MAX : until).toMillis();
        return millis == 0
                ? ""
                : "; the measuring machine itself stalled for " + millis
                        + " ms in this time, so some of it may not be the service's";
    }
}
