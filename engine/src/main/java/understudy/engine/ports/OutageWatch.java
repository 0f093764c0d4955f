package understudy.engine.ports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.SessionCut;

/** Measures from a client's side when each group is not served, from before the first step until after the last. */
public interface OutageWatch extends AutoCloseable {
    /** Begins to measure. */
    void start();

    /** The outages so far, in order; the last of a group may still be open. */
    List<Outage> outages();

    /** Whether the group's probes all answer now; empty where it has no probe. */
    Optional<Boolean> answers(GroupId group);

    @Override
    void close();

    /**
     * One measured outage: from the last good answer before two consecutive misses of any probe of the group, to the first
     * instant at which all its probes answer.
     *
     * @param until empty while it lasts
     * @param sessions when those who were connected were cut off, one for each probe that holds a session
     */
    record Outage(GroupId group, Instant from, Optional<Instant> until, String detail, List<SessionCut> sessions) {
        public Outage {
            sessions = List.copyOf(sessions);
        }

        public Duration length(Instant now) {
            return Duration.between(from, until.orElse(now));
        }
    }
}
