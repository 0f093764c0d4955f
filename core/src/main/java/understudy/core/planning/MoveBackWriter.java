package understudy.core.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.NodeId;
import understudy.core.model.Policy;
import understudy.core.planning.Plan.PlannedOutage;
import understudy.core.planning.Route.Move;

/** Writes the optional move back, last, when every possible owner has the patch; its outages are listed apart from the bound. */
final class MoveBackWriter {
    private final Draft draft;
    private final Problem problem;
    private final Transitions transitions;
    private final Layout layout;

    MoveBackWriter(Draft draft, Problem problem, Layout end) {
        this.draft = draft;
        this.problem = problem;
        this.transitions = new Transitions(problem);
        this.layout = end.copy();
    }

    void write() {
        Policy.MoveBack wanted = draft.input.policy().moveBack();
        boolean idle = draft.stages.isEmpty() && draft.input.records().done().isEmpty();
        if (wanted == Policy.MoveBack.NEVER || idle) {
            return;
        }
        List<Step> lead = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        for (Unit unit : problem.units) {
            int to = destination(unit, wanted);
            if (to >= 0 && mayReturn(unit)) {
                lead.addAll(handover(unit, to));
                moved.add(unit.names());
            }
        }
        if (!lead.isEmpty()) {
            String names = String.join(", ", moved);
            draft.stages.add(new Stage(
                    "Move " + names + " back",
                    lead,
                    List.of(),
                    "The policy wants " + names + " back, and every node that may host it has the patch."));
        }
    }

    private int destination(Unit unit, Policy.MoveBack wanted) {
        int owner = layout.owner[unit.index()];
        if (!unit.weighted() || !unit.movable()) {
            return -1;
        }
        int to = wanted == Policy.MoveBack.ORIGINAL ? original(unit) : balanced(unit);
        return to != owner && to >= 0 && problem.hosting.mayGo(unit.index(), to, layout) ? to : -1;
    }

    private int original(Unit unit) {
        return problem.index.getOrDefault(transitions.recordedOwner(unit), -1);
    }

    /** Its first preferred owner; without one, the node with the fewest groups where that evens them out. */
    private int balanced(Unit unit) {
        for (NodeId preferred : unit.lead().preferred()) {
            Integer node = problem.index.get(preferred);
            if (node != null
                    && (node == layout.owner[unit.index()] || problem.hosting.mayGo(unit.index(), node, layout))) {
                return node;
            }
        }
        int owner = layout.owner[unit.index()];
        int fewest = owner;
        for (int node = 0; node < problem.nodes.size(); node++) {
            boolean fewer = layout.weightedOn[node] < layout.weightedOn[fewest];
            fewest = fewer && problem.hosting.mayGo(unit.index(), node, layout) ? node : fewest;
        }
        return layout.weightedOn[owner] - layout.weightedOn[fewest] > 1 ? fewest : owner;
    }

    /** Only when every node that may host it has the patch (catalogue rule G15). */
    private boolean mayReturn(Unit unit) {
        List<String> older = new ArrayList<>();
        for (int node = 0; node < problem.nodes.size(); node++) {
            if (problem.hosting.couldPlace(unit.index(), node) && !problem.isPatched(node, layout)) {
                older.add(problem.id(node).value());
            }
        }
        if (!older.isEmpty()) {
            draft.warnings.add(Finding.warning(
                    "NO-MOVE-BACK",
                    unit.id().value(),
                    unit.names() + " is not moved back, because " + String.join(", ", older)
                            + " may host it and does not have the patch.",
                    "Patch these nodes, then move it by hand or run again."));
        }
        return older.isEmpty();
    }

    private List<Step> handover(Unit unit, int to) {
        int owner = layout.owner[unit.index()];
        NodeId from = problem.id(owner);
        NodeId home = problem.id(to);
        String groups = unit.members().stream()
                .filter(group -> group.weight() > 0)
                .map(Group::id)
                .map(Object::toString)
                .collect(Collectors.joining(" and "));
        String reason = "The policy wants " + groups + " on " + home + " once every node has the patch.";
        var writer = new HandoverWriter(draft, unit, from, home);
        List<Step> steps = writer.write(new HandoverWriter.Setting(true, false, List.of(), reason));
        unit.members().stream()
                .filter(group -> group.weight() > 0)
                .forEach(group -> draft.outages.add(new PlannedOutage(
                        group.id(), group.weight(), draft.stageNumber(), from, home, writer.outage(), true, reason)));
        transitions.apply(new Move(unit.index(), owner, to), layout);
        return steps;
    }
}
