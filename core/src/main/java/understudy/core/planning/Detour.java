package understudy.core.planning;

import java.util.List;
import java.util.Optional;
import understudy.core.model.Group;
import understudy.core.model.MayHost;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.planning.HandoverUnderWay.Way;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.Verb;

/**
 * A handover was broken off while clients wait, and its destination is not available: the group goes to another node that has the
 * patch, or, where there is none and the procedure's point of no return was not reached, back into service where it was.
 */
final class Detour {
    private final HandoverUnderWay broken;
    private final PlanningInput input;
    private final DoneSteps done;

    Detour(HandoverUnderWay broken, PlanningInput input, DoneSteps done) {
        this.broken = broken;
        this.input = input;
        this.done = done;
    }

    HandoverUnderWay orElse(HandoverUnderWay stuck) {
        return elsewhere().or(this::home).orElse(stuck);
    }

    /** Forward is the shorter outage in all: what is started at home has to go down once more. */
    private Optional<HandoverUnderWay> elsewhere() {
        return input.snapshot().nodes().stream()
                .filter(node -> !node.id().equals(broken.from()) && node.patch().isPatched() && !node.drained())
                .filter(node -> isOpen(node) && isFree(node))
                .findFirst()
                .map(node -> to(node.id(), HandoverUnderWay.left(broken.group(), node, input, done), Way.ELSEWHERE));
    }

    private Optional<HandoverUnderWay> home() {
        return input.snapshot()
                .node(broken.from())
                .filter(node -> !node.id().equals(broken.to()) && isOpen(node) && !isPastReturn())
                .map(node -> to(node.id(), List.of(OwnSteps.START_GROUP), Way.HOME));
    }

    private HandoverUnderWay to(NodeId node, List<ProcedureStep> left, Way way) {
        return new HandoverUnderWay(broken.group(), broken.from(), node, left, false, way);
    }

    private boolean isOpen(Node node) {
        return node.membership().isMember()
                && !node.maintenance()
                && broken.group().mayHost(node.id()) instanceof MayHost.Yes;
    }

    /** It serves no group that keeps apart from this one. */
    private boolean isFree(Node node) {
        Group group = broken.group();
        return input.snapshot().servedBy(node.id()).stream()
                .noneMatch(other ->
                        group.apart().contains(other.id()) || other.apart().contains(group.id()));
    }

    /** The step after which the way is forward only has been done; a procedure that names none means its move. */
    private boolean isPastReturn() {
        return broken.left().stream().noneMatch(this::isReturnStep);
    }

    private boolean isReturnStep(ProcedureStep step) {
        return input.procedure().pointOfNoReturn().map(step.id()::equals).orElse(step.verb() instanceof Verb.HandOver);
    }
}
