package understudy.core.planning;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.StepId;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.Verb;

/**
 * One step of a plan: a procedure's step bound to a node, a group, a destination.
 *
 * @param id procedure step, subject, destination, occurrence; the same when the plan is made again
 * @param node the node that it is about, and on which it is executed unless {@code source} says otherwise
 * @param destination where a group goes
 * @param from the owner that a handover expects, compared where it runs (safety rule 5)
 * @param interrupts the groups whose clients notice it, and for how long
 * @param reason why it stands here, one sentence
 */
public record Step(
        StepId id,
        ProcedureStep source,
        Optional<NodeId> node,
        Optional<GroupId> group,
        Optional<NodeId> from,
        Optional<NodeId> destination,
        List<Condition> needs,
        List<Condition> proves,
        List<Interruption> interrupts,
        String reason) {
    /** The id, in our own steps, of the one that takes a node back to the packages that it had. */
    public static final String DOWNGRADE = "downgrade";

    public Step {
        needs = List.copyOf(needs);
        proves = List.copyOf(proves);
        interrupts = List.copyOf(interrupts);
    }

    /** A group whose clients notice a step, and for how long it is expected to. */
    public record Interruption(GroupId group, Duration expected) {}

    public Verb verb() {
        return source.verb();
    }

    /** The node on which it is executed; empty for the controller, the operator, and where any node will do. */
    public Optional<NodeId> executedOn() {
        return switch (source.where()) {
            case NODE, EACH_NODE -> node;
            case DESTINATION -> destination;
            case ANY_NODE, CONTROLLER, OPERATOR -> Optional.empty();
        };
    }
}
