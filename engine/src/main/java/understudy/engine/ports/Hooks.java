package understudy.engine.ports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;

/**
 * The site's own programs that a run asks before, and tells after, what it does: tickets, silenced alerts, a word in a chat. None of
 * them can hang a run: each ends by its own deadline.
 */
public interface Hooks {
    /** When a hook is called. */
    enum Moment {
        BEFORE_RUN,
        BEFORE_NODE,
        BEFORE_OUTAGE,
        AFTER_OUTAGE,
        AFTER_NODE,
        AFTER_RUN
    }

    /**
     * What a hook is told. A run that is resumed calls again what it may have called before its end.
     *
     * @param node whose visit it is, or to which the group goes; empty for a run
     * @param group whose outage it is
     * @param result how the run has ended; empty before that
     */
    record Call(
            Moment moment,
            RunId run,
            String cluster,
            Optional<NodeId> node,
            Optional<GroupId> group,
            Optional<String> result,
            Instant at) {}

    /** Whether anybody is to be called at such moments. */
    boolean has(Moment moment);

    /** Asks, and waits for the answer. What comes back forbids the step for now; it is asked again later. */
    List<Finding> ask(Call call);

    /** Tells, and does not wait. */
    void tell(Call call);

    /** What came of tellings that failed and were not reported yet; waits for all that are under way where {@code toTheEnd}. */
    List<Finding> failures(boolean toTheEnd);

    /** A site without hooks. */
    static Hooks none() {
        return new Hooks() {
            @Override
            public boolean has(Moment moment) {
                return false;
            }

            @Override
            public List<Finding> ask(Call call) {
                return List.of();
            }

            @Override
            public void tell(Call call) {}

            @Override
            public List<Finding> failures(boolean toTheEnd) {
                return List.of();
            }
        };
    }
}
