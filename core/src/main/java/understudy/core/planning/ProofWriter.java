package understudy.core.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.NodeId;
import understudy.core.model.StepId;
import understudy.core.planning.Plan.PlannedOutage;
import understudy.core.planning.Route.Move;
import understudy.core.procedure.ProcedureStep;

/** Writes how each group goes to another node and back at the end, where the procedure wants it proven (catalogue rule G14); planned outages. */
final class ProofWriter {
    private final Draft draft;
    private final Problem problem;
    private final Transitions transitions;
    private final Layout layout;
    private final List<ProcedureStep> sources;

    ProofWriter(Draft draft, Problem problem, Layout end) {
        this.draft = draft;
        this.problem = problem;
        this.transitions = new Transitions(problem);
        this.layout = end.copy();
        this.sources = draft.input.procedure().proof();
    }

    void write() {
        boolean idle = draft.stages.isEmpty() && draft.input.records().done().isEmpty();
        if (sources.isEmpty() || idle) {
            return;
        }
        for (Unit unit : problem.units) {
            if (unit.weighted() && unit.movable()) {
                prove(unit);
            }
        }
    }

    private void prove(Unit unit) {
        List<NodeId> shown = shown(unit);
        if (shown.size() > 1) {
            return;
        }
        int owner = layout.owner[unit.index()];
        List<Integer> others = transitions.destinations(unit, layout).stream()
                .filter(node -> problem.isPatched(node, layout))
                .toList();
        if (others.isEmpty()) {
            draft.warnings.add(Finding.warning(
                    "NO-FAILOVER-PROOF",
                    unit.id().value(),
                    "That " + unit.names()
                            + " can fail over is not proven, because no other node that has the patch may take it.",
                    "Prove it by hand once another node may take it."));
            return;
        }
        if (shown.isEmpty()) {
            int other = others.getFirst();
            List<Step> lead =
                    new ArrayList<>(go(unit, other, "goes to another node, which proves that it can fail over."));
            lead.addAll(go(unit, owner, "comes back, which ends the proof."));
            stage(unit, lead);
        } else if (shown.getFirst().equals(problem.id(owner))) {
            int home = problem.index.getOrDefault(cameFrom(unit).orElse(problem.id(owner)), owner);
            int back = others.contains(home) ? home : others.getFirst();
            stage(unit, go(unit, back, "comes back, which ends the proof."));
        }
    }

    private void stage(Unit unit, List<Step> lead) {
        draft.stages.add(new Stage(
                "Prove that " + unit.names() + " can fail over",
                lead,
                List.of(),
                "The procedure wants it proven by a move there and back, once every node has the patch."));
    }

    /** Where it has been for the proof, in order: a move leaves no trace in the records, the check behind it does. */
    private List<NodeId> shown(Unit unit) {
        List<NodeId> nodes = new ArrayList<>();
        for (StepId id : draft.input.records().done()) {
            sources.stream()
                    .filter(step -> NodeWork.isOnce(step.verb()))
                    .reduce((_, last) -> last)
                    .flatMap(step -> nodeOf(id, step.id(), unit))
                    .ifPresent(nodes::add);
        }
        return nodes;
    }

    /** Where its last handover has brought it. */
    private Optional<NodeId> cameFrom(Unit unit) {
        for (StepId id : draft.input.records().done().reversed()) {
            for (ProcedureStep step : draft.input.procedure().handover()) {
                Optional<NodeId> node = nodeOf(id, step.id(), unit);
                if (node.isPresent()) {
                    return node;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<NodeId> nodeOf(StepId id, String step, Unit unit) {
        return problem.nodes.stream()
                .map(node -> node.id())
                .filter(node -> {
                    String key = DoneSteps.key(step, unit.id(), node);
                    return id.withoutOccurrence().equals(key);
                })
                .findFirst();
    }

    private List<Step> go(Unit unit, int to, String why) {
        int owner = layout.owner[unit.index()];
        NodeId from = problem.id(owner);
        String reason = unit.names() + " " + why;
        var writer = new HandoverWriter(draft, unit, from, problem.id(to), sources);
        List<Step> steps = writer.write(new HandoverWriter.Setting(true, false, List.of(), reason));
        for (Group group : unit.members()) {
            if (group.weight() > 0) {
                draft.outages.add(new PlannedOutage(
                        group.id(),
                        group.weight(),
                        draft.stageNumber(),
                        from,
                        problem.id(to),
                        writer.outage(),
                        true,
                        reason));
            }
        }
        transitions.apply(new Move(unit.index(), owner, to), layout);
        return steps;
    }
}
