package understudy.core.procedure;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a cluster of one kind is patched, as data: what must be true before, what a node needs, how a group is handed over, in
 * which order.
 *
 * @param id such as {@code exchange-2007/scc-service-pack}
 * @param platform the platform that it applies to; a procedure for another one is refused (rule G16)
 * @param kinds the kinds of cluster that it applies to; empty means all kinds of the platform
 * @param versionFence groups that the new binaries have started never go back, whatever the patch says
 * @param before once, before anything moves; a step {@code where: each-node} is done on every node that is to be patched
 * @param node for each node, in order
 * @param handover for each group that goes over, in order
 * @param pointOfNoReturn the handover step after which the way is forward only
 * @param proof with these each group goes to another node and back once every node is done, which proves that it can fail over; may be empty
 * @param after once, at the end
 */
public record Procedure(
        String id,
        String title,
        String platform,
        List<String> kinds,
        Order order,
        HandoverTiming handoverTiming,
        Visit visit,
        Vacate vacate,
        boolean versionFence,
        List<ProcedureStep> before,
        List<ProcedureStep> node,
        List<ProcedureStep> handover,
        Optional<String> pointOfNoReturn,
        List<ProcedureStep> proof,
        List<ProcedureStep> after) {
    public Procedure {
        kinds = List.copyOf(kinds);
        before = List.copyOf(before);
        node = List.copyOf(node);
        handover = List.copyOf(handover);
        proof = List.copyOf(proof);
        after = List.copyOf(after);
    }

    /** The longest that any one of its steps may take. */
    public Duration longestDeadline() {
        return Stream.of(before, node, handover, proof, after)
                .flatMap(List::stream)
                .map(ProcedureStep::deadline)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** A node that is patched stays out of the cluster until the group is taken out of service, and joins it inside the handover. */
    public boolean joinsInHandover() {
        return handover.stream().anyMatch(step -> step.verb() instanceof Verb.RejoinCluster);
    }

    /** Which nodes come first. */
    public enum Order {
        PASSIVE_FIRST,
        ACTIVE_FIRST
    }

    /** When groups are handed over: once every passive node is patched, or once the first one is. */
    public enum HandoverTiming {
        AFTER_PASSIVE_NODES,
        AFTER_FIRST_NODE
    }

    /** How a node is taken. */
    public enum Visit {
        /** No weighted group is on it. */
        VACATED,
        /** Each weighted group on it has one outage as long as the visit. */
        IN_PLACE,
        /** A spread group is taken down as one, all its nodes are visited, and it is brought up. */
        ALL_TOGETHER
    }

    /** What must be off a vacated node: the weighted groups, or every group. */
    public enum Vacate {
        WEIGHTED,
        ALL
    }
}
