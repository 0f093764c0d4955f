package understudy.core.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node as one look saw it.
 *
 * @param drained held from taking groups; whose hold it is stands in the snapshot's marks
 * @param maintenance taken out of the cluster's hands by someone; what is in maintenance is not touched
 * @param bootId changes with every boot; empty where it was not seen
 * @param capacity what it can carry, by dimension; empty means no limit
 */
public record Node(
        NodeId id,
        Membership membership,
        boolean drained,
        boolean maintenance,
        PatchState patch,
        RestartNeed restart,
        Optional<String> bootId,
        Map<String, Integer> capacity,
        List<Fact> facts) {
    public Node {
        capacity = Ordered.copy(capacity);
        facts = List.copyOf(facts);
    }

    /** A settled member that is neither drained nor in maintenance, so that groups may be placed on it. */
    public boolean isAvailable() {
        return membership.isMember() && !drained && !maintenance;
    }
}
