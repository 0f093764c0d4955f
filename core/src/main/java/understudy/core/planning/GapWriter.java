package understudy.core.planning;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.NodeId;
import understudy.core.planning.Route.Move;

/** Names, for each outage above the bound, the constraint that forces it. */
final class GapWriter {
    private final Draft draft;
    private final Problem problem;
    private final Transitions transitions;

    GapWriter(Draft draft, Problem problem, Transitions transitions) {
        this.draft = draft;
        this.problem = problem;
        this.transitions = transitions;
    }

    /** A handover that the bound does not count: the group will have to move again, or makes room for another. */
    void handover(Move move, Layout layout) {
        Unit unit = problem.units.get(move.unit());
        NodeId from = problem.id(move.from());
        NodeId to = problem.id(move.to());
        if (!problem.isPending(move.from(), layout)) {
            draft.gap.add(unit.names() + " has an outage above the bound, because it has to leave " + from
                    + " to make room there for a group that can go nowhere else.");
            return;
        }
        if (problem.isPending(move.to(), layout)) {
            draft.gap.add(unit.names() + " has an outage above the bound: it goes from " + from + " to " + to
                    + ", whose own patch is still to come, because " + whyNoPatchedNode(unit, layout) + ".");
        }
    }

    private String whyNoPatchedNode(Unit unit, Layout layout) {
        List<String> reasons = new ArrayList<>();
        var noHome = new NoHome(transitions, layout);
        boolean any = false;
        for (int node = 0; node < problem.nodes.size(); node++) {
            if (problem.isPatched(node, layout) && node != layout.owner[unit.index()]) {
                any = true;
                String reason = noHome.obstacle(unit, node);
                if (!reason.isEmpty()) {
                    reasons.add(reason);
                }
            }
        }
        if (!any) {
            return "every node without the patch serves a group, so that none could be patched before";
        }
        return reasons.isEmpty() ? "no patched node was free" : String.join("; ", reasons);
    }

    void upgradeInService(HandoverUnderWay handover) {
        draft.gap.add(handover.group().id() + " has an outage above the bound, because it came to " + handover.to()
                + " unplanned and needs its upgrade there.");
    }

    void asOne(String names) {
        draft.gap.add(names + " has an outage above the bound, because the procedure takes all its nodes down as one.");
    }

    void tooFew(String name, int stage) {
        draft.gap.add(name + " has an outage above the bound in stage " + stage
                + ", because its nodes cannot all be absent at once.");
    }
}
