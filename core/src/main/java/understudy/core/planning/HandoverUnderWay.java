package understudy.core.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.Membership;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Placement;
import understudy.core.model.StepId;
import understudy.core.procedure.Procedure;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.Verb;

/**
 * A handover that was broken off, or a failover to newer binaries where the group still needs its upgrade: both go forward on the
 * node where the group is to be.
 *
 * @param left the procedure's steps that are still to be done
 * @param newOutage the group is served now and will not be while they are done
 */
record HandoverUnderWay(Group group, NodeId from, NodeId to, List<ProcedureStep> left, boolean newOutage, Way way) {
    HandoverUnderWay {
        left = List.copyOf(left);
    }

    /** Where it goes from where it was broken off. */
    enum Way {
        /** To the node to which it was on its way, or on which it waits for its upgrade. */
        FORWARD,
        /** To another node that has the patch, because that one is not available. */
        ELSEWHERE,
        /** Back to its owner, because the point of no return was not reached and no patched node is available. */
        HOME
    }

    static List<HandoverUnderWay> all(PlanningInput input, DoneSteps done) {
        List<HandoverUnderWay> all = new ArrayList<>();
        if (input.procedure().visit() == Procedure.Visit.ALL_TOGETHER) {
            return all;
        }
        for (Group group : input.snapshot().groups()) {
            boolean moves = group.weight() > 0 && group.managed() && !(group.placement() instanceof Placement.Spread);
            if (moves && !input.procedure().handover().isEmpty()) {
                awaitsUpgrade(group, input)
                        .or(() -> brokenOff(group, input, done))
                        .or(() -> fallenBack(group, input))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    /** It is on a node with the newer binaries and is itself older: what stands behind the move is still to be done. */
    private static Optional<HandoverUnderWay> awaitsUpgrade(Group group, PlanningInput input) {
        List<ProcedureStep> steps = input.procedure().handover();
        boolean upgrades = steps.stream().anyMatch(step -> step.verb() instanceof Verb.UpgradeGroup);
        Optional<Node> owner = group.owner().flatMap(input.snapshot()::node);
        boolean newer = owner.filter(node -> node.patch().isPatched()).isPresent();
        if (!upgrades || !newer || !(group.patch() instanceof PatchState.Behind)) {
            return Optional.empty();
        }
        boolean served = group.health() == GroupHealth.ONLINE;
        List<ProcedureStep> left = new ArrayList<>();
        boolean moved = false;
        for (ProcedureStep step : steps) {
            // A part that must be out of service may still be up where the whole is not served.
            boolean stops = step.verb() instanceof Verb.StopGroup(Verb.Selector part)
                    && (served || !part.equals(Verb.Selector.whole()));
            if (moved || stops) {
                left.add(step);
            }
            moved |= step.verb() instanceof Verb.HandOver;
        }
        NodeId at = owner.get().id();
        return Optional.of(new HandoverUnderWay(group, at, at, left, served, Way.FORWARD));
    }

    /** It is not served, and the records hold a step of its handover: it was broken off on the way. */
    private static Optional<HandoverUnderWay> brokenOff(Group group, PlanningInput input, DoneSteps done) {
        List<ProcedureStep> steps = input.procedure().handover();
        boolean stops = steps.stream().anyMatch(step -> step.verb() instanceof Verb.StopGroup);
        boolean isDown = group.health() == GroupHealth.STOPPED || group.health() == GroupHealth.FAILED;
        Optional<Node> to = stops && isDown ? lastDestination(group, input) : Optional.empty();
        if (to.isEmpty()) {
            return Optional.empty();
        }
        if (hasArrived(group, to.get(), steps)) {
            return unstarted(group, to.get(), steps);
        }
        NodeId from =
                group.owner().or(() -> original(group, input)).orElse(to.get().id());
        List<ProcedureStep> left = left(group, to.get(), input, done);
        var forward = new HandoverUnderWay(group, from, to.get().id(), left, false, Way.FORWARD);
        return Optional.of(forward.isHindered(input) ? new Detour(forward, input, done).orElse(forward) : forward);
    }

    /**
     * A whole handover was prepared, and the group is not served where it is: perhaps it was handed over and has gone back by itself, and older
     * binaries cannot start what newer ones have started, whether or not it tells a version of its own. It is taken forward to service.
     */
    private static Optional<HandoverUnderWay> fallenBack(Group group, PlanningInput input) {
        List<ProcedureStep> left = input.procedure().handover().stream()
                .dropWhile(step -> !(step.verb() instanceof Verb.HandOver))
                .toList();
        boolean stops = input.procedure().handover().stream().anyMatch(step -> step.verb() instanceof Verb.StopGroup);
        boolean hasFailed =
                group.health() == GroupHealth.FAILED && !input.snapshot().changing();
        if (stops || !hasFailed || group.owner().isEmpty()) {
            return Optional.empty();
        }
        NodeId at = group.owner().get();
        return lastDestination(group, input)
                .filter(node -> !node.id().equals(at) && node.patch().isPatched())
                .map(node -> new HandoverUnderWay(group, at, node.id(), left, false, Way.FORWARD));
    }

    /** What of the handover is still to be done where the group is to end on {@code to}. */
    static List<ProcedureStep> left(Group group, Node to, PlanningInput input, DoneSteps done) {
        List<ProcedureStep> steps = input.procedure().handover();
        int ended = steps.stream()
                .filter(step -> step.outage() == Outage.ENDS)
                .mapToInt(step -> count(step, group, to, done))
                .sum();
        return steps.stream()
                .dropWhile(step -> step.outage() == Outage.NONE)
                .filter(step -> count(step, group, to, done) <= ended && !isThere(step, group, to))
                .toList();
    }

    /** It is where it was to go and has all that it needs: a start that is still due is all that is left; nothing of it is stopped again. */
    private static Optional<HandoverUnderWay> unstarted(Group group, Node node, List<ProcedureStep> steps) {
        List<ProcedureStep> starts = steps.stream()
                .filter(step -> step.verb() instanceof Verb.StartGroup)
                .toList();
        return starts.isEmpty() || group.health() != GroupHealth.FAILED
                ? Optional.empty()
                : Optional.of(new HandoverUnderWay(group, node.id(), node.id(), starts, false, Way.FORWARD));
    }

    private static Optional<NodeId> original(Group group, PlanningInput input) {
        return input.records().originalPlacement().getOrDefault(group.id(), List.of()).stream()
                .findFirst();
    }

    /** Where the last step of a handover of the group, as the records have it, was to bring it. */
    private static Optional<Node> lastDestination(Group group, PlanningInput input) {
        for (StepId id : input.records().done().reversed()) {
            for (ProcedureStep step : input.procedure().handover()) {
                for (Node node : input.snapshot().nodes()) {
                    String key = DoneSteps.key(step.id(), group.id(), node.id());
                    if (id.withoutOccurrence().equals(key)) {
                        return Optional.of(node);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** It has been brought there and has all that it needs, so that somebody else has stopped it since. */
    private static boolean hasArrived(Group group, Node node, List<ProcedureStep> steps) {
        boolean upgrades = steps.stream().anyMatch(step -> step.verb() instanceof Verb.UpgradeGroup);
        boolean starts = steps.stream().anyMatch(step -> step.verb() instanceof Verb.StartGroup);
        boolean ready = upgrades ? group.patch() instanceof PatchState.Patched : starts;
        return ready && group.serving().contains(node.id());
    }

    static int count(ProcedureStep step, Group group, Node node, DoneSteps done) {
        return done.count(DoneSteps.key(step.id(), group.id(), node.id()));
    }

    private static boolean isThere(ProcedureStep step, Group group, Node node) {
        boolean arrived = group.serving().contains(node.id());
        return (step.verb() instanceof Verb.HandOver && arrived)
                || (step.verb() instanceof Verb.RejoinCluster
                        && node.membership().isMember())
                || (step.verb() instanceof Verb.StopGroup && group.health() == GroupHealth.STOPPED)
                || (step.verb() instanceof Verb.UpgradeGroup && arrived && group.patch() instanceof PatchState.Patched);
    }

    private boolean isHindered(PlanningInput input) {
        boolean joins = left.stream().anyMatch(step -> step.verb() instanceof Verb.RejoinCluster);
        return input.snapshot()
                .node(to)
                .filter(node -> !node.maintenance())
                .filter(node -> node.membership().isMember() || (joins && node.membership() == Membership.LEFT))
                .isEmpty();
    }

    /** Why it stands there in the plan. */
    String reason() {
        return switch (way) {
            case FORWARD ->
                group.id() + " goes forward to service on " + to
                        + ", where its handover was broken off or its upgrade is due.";
            case ELSEWHERE ->
                group.id() + " goes forward to service on " + to
                        + ", which has the patch, because the node to which it was on its way is not available.";
            case HOME ->
                group.id() + " is brought into service again on " + to
                        + ", where it was, because the node to which it was on its way is not available, no other node has the"
                        + " patch, and the point of no return was not reached.";
        };
    }

    /** Why it cannot go forward; empty where it can. */
    Optional<Finding> hindrance(PlanningInput input) {
        return !isHindered(input)
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "HANDOVER-STUCK",
                        group.id().value(),
                        group.id() + " was stopped on its way to " + to + ", which is not available now.",
                        "Bring " + to + " back and resume, or start " + group.id()
                                + " by hand on another node that has the patch."));
    }
}
