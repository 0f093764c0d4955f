package understudy.core.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the owner of the cluster allows and wants: how many nodes away at once, how much outage, when, and who is asked.
 *
 * @param maxUnavailable nodes that may be absent at once, those included that are absent already; at least 1
 * @param outageBudget the longest sum of measured outages of one group in one run; empty means no limit
 * @param windows when disruption is allowed; empty means always
 * @param acceptedOutages groups that have no home and whose outage is accepted by name
 * @param bakeTime how long to wait before the last node that is not patched, the only quick way back
 * @param goNoGo ask a person before that last node
 * @param askOnChange ask when the rest of the plan has changed, instead of going on
 * @param failures steps that may fail in the whole run before it stops; {@code failuresInARow} likewise without a success between
 * @param retries further attempts at a step that surely did not happen
 * @param approvers 2 where a yes counts only when two different people have said it, the one who starts the run among them, and its plan is
 *     asked about too (four eyes); empty means that one person is enough
 * @param handover when groups are handed over; empty leaves it to the procedure
 */
public record Policy(
        int maxUnavailable,
        MoveBack moveBack,
        Optional<Duration> outageBudget,
        List<MaintenanceWindow> windows,
        List<GroupId> acceptedOutages,
        Duration bakeTime,
        boolean goNoGo,
        boolean askOnChange,
        int failures,
        int failuresInARow,
        int retries,
        Optional<Duration> warnAfter,
        Optional<Duration> stopAfter,
        Optional<Integer> approvers,
        Optional<Handover> handover) {
    /** When groups leave the nodes that serve them. */
    public enum Handover {
        /** Once every passive node is patched. */
        AFTER_PASSIVE_NODES,
        /** Once the first node is. */
        AFTER_FIRST_NODE
    }

    /** Whether groups return to where they were once every node is patched. Each return is an outage, listed apart. */
    public enum MoveBack {
        NEVER,
        ORIGINAL,
        BALANCED
    }

    /** Two people have to answer. */
    public boolean fourEyes() {
        return approvers.filter(people -> people > 1).isPresent();
    }

    /** The same, to be changed. */
    public PolicyDraft draft() {
        return new PolicyDraft(this);
    }

    public Policy {
        if (maxUnavailable < 1) {
            throw new IllegalArgumentException("maxUnavailable must be at least 1, not " + maxUnavailable + ".");
        }
        windows = List.copyOf(windows);
        acceptedOutages = List.copyOf(acceptedOutages);
    }

    /** One node at a time, never back, no limits, one retry. */
    public static Policy standard() {
        return new Policy(
                1,
                MoveBack.NEVER,
                Optional.empty(),
                List.of(),
                List.of(),
                Duration.ZERO,
                false,
                false,
                3,
                2,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
