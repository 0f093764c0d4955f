package understudy.core.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Policy;
import understudy.core.planning.Route.Move;
import understudy.core.procedure.Procedure;

/** What may happen next in a layout: the handovers and the node visits that keep every rule and the procedure's order. */
final class Transitions {
    /** Sets of nodes that may be visited together are many where nodes are alike; more than these are not looked at. */
    private static final int MOST_SETS = 48;

    /** More than all that a preference among patched nodes can add up to. */
    private static final int DISLIKE_OF_OLDER = 10_000;

    final Problem problem;
    final StageRules rules;

    Transitions(Problem problem) {
        this.problem = problem;
        rules = new StageRules(problem);
    }

    boolean isDone(Layout layout) {
        return problem.pending(layout).isEmpty();
    }

    /** The nodes that a unit may go to. */
    List<Integer> destinations(Unit unit, Layout layout) {
        List<Integer> all = new ArrayList<>();
        int owner = layout.owner[unit.index()];
        for (int node = 0; node < problem.nodes.size(); node++) {
            if (node != owner && problem.hosting.mayGo(unit.index(), node, layout)) {
                all.add(node);
            }
        }
        return all;
    }

    /** Of these nodes the patched ones; all of them if none is. */
    List<Integer> preferPatched(List<Integer> nodes, Layout layout) {
        List<Integer> patched =
                nodes.stream().filter(node -> problem.isPatched(node, layout)).toList();
        return patched.isEmpty() ? nodes : patched;
    }

    /** Handovers that the procedure's order allows now, in the order of names in the snapshot. */
    List<Move> moves(Layout layout) {
        if (!mayHandOver(layout)) {
            return List.of();
        }
        List<Move> moves = new ArrayList<>();
        for (Unit unit : problem.units) {
            int from = layout.owner[unit.index()];
            if (unit.weighted() && unit.movable()) {
                destinations(unit, layout).forEach(to -> moves.add(new Move(unit.index(), from, to)));
            }
        }
        return moves;
    }

    boolean mayHandOver(Layout layout) {
        if (problem.isInPlace() || !openNodes(layout).isEmpty()) {
            return false;
        }
        return switch (problem.input.procedure().order()) {
            case ACTIVE_FIRST -> true;
            case PASSIVE_FIRST -> idle(layout).isEmpty() || isAfterFirst(layout);
        };
    }

    private boolean isAfterFirst(Layout layout) {
        boolean wanted = problem.input
                .policy()
                .handover()
                .map(when -> when == Policy.Handover.AFTER_FIRST_NODE)
                .orElse(problem.input.procedure().handoverTiming() == Procedure.HandoverTiming.AFTER_FIRST_NODE);
        if (!wanted) {
            return false;
        }
        BitSet patched = (BitSet) problem.patched.clone();
        patched.or(layout.visited);
        return !patched.isEmpty();
    }

    /** Nodes whose visit has begun and can go on; one that was held and is not yet empty waits for its turn. */
    private BitSet openNodes(Layout layout) {
        BitSet begun = problem.pending(layout);
        begun.and(problem.open);
        return takeable(begun, layout);
    }

    private BitSet takeable(BitSet nodes, Layout layout) {
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
            nodes.set(node, whyNotTaken(node, layout).isEmpty());
        }
        return nodes;
    }

    /** Nodes still to be visited that serve nobody and were not emptied just now. */
    private BitSet idle(Layout layout) {
        BitSet idle = problem.pending(layout);
        idle.andNot(layout.emptied);
        for (int node = idle.nextSetBit(0); node >= 0; node = idle.nextSetBit(node + 1)) {
            idle.set(node, layout.weightedOn[node] == 0);
        }
        return idle;
    }

    /** The nodes of which some may be visited now. */
    BitSet candidates(Layout layout) {
        BitSet begun = openNodes(layout);
        return begun.isEmpty() ? takeable(wanted(layout), layout) : begun;
    }

    private BitSet wanted(Layout layout) {
        BitSet idle = idle(layout);
        BitSet pending = problem.pending(layout);
        boolean activeFirst = problem.input.procedure().order() == Procedure.Order.ACTIVE_FIRST;
        if (!layout.emptied.isEmpty() && (activeFirst || isAfterFirst(layout))) {
            return (BitSet) layout.emptied.clone();
        }
        if (activeFirst) {
            pending.andNot(idle);
            return pending.isEmpty() ? idle : pending;
        }
        if (isAfterFirst(layout) && someoneCanGo(layout)) {
            return (BitSet) layout.emptied.clone();
        }
        if (!idle.isEmpty()) {
            idle.or(layout.emptied);
            return idle;
        }
        return pending;
    }

    private boolean someoneCanGo(Layout layout) {
        for (Unit unit : problem.units) {
            int owner = layout.owner[unit.index()];
            if (!unit.weighted() || !unit.movable() || !problem.isPending(owner, layout)) {
                continue;
            }
            if (destinations(unit, layout).stream().anyMatch(to -> problem.isPatched(to, layout))) {
                return true;
            }
        }
        return false;
    }

    /** What keeps this node, alone, from being taken now; a clause, empty where nothing does. */
    Optional<String> whyNotTaken(int node, Layout layout) {
        if (problem.isInPlace() || !problem.works.get(node).disruptive()) {
            return Optional.empty();
        }
        if (layout.weightedOn[node] == 0 && problem.input.procedure().vacate() == Procedure.Vacate.WEIGHTED) {
            return Optional.empty();
        }
        for (Unit unit : problem.units) {
            if (layout.owner[unit.index()] != node) {
                continue;
            }
            if (unit.weighted() && !problem.staysOn(unit)) {
                return Optional.of(unit.names() + " would have to leave it");
            }
            boolean stuck = !unit.movable() || idleDestination(unit, layout) < 0;
            if (!unit.weighted() && stuck && problem.input.procedure().vacate() == Procedure.Vacate.ALL) {
                return Optional.of(unit.names() + " would have to leave it and can go nowhere");
            }
        }
        return Optional.empty();
    }

    /** Sets of nodes that may be visited at once, none of which could be larger. */
    List<BitSet> visits(Layout layout) {
        BitSet candidates = candidates(layout);
        List<BitSet> sets = new ArrayList<>();
        grow(new BitSet(), candidates, 0, layout, sets);
        return sets;
    }

    private void grow(BitSet chosen, BitSet candidates, int from, Layout layout, List<BitSet> sets) {
        for (int node = candidates.nextSetBit(from); node >= 0; node = candidates.nextSetBit(node + 1)) {
            if (sets.size() >= MOST_SETS) {
                return;
            }
            BitSet larger = (BitSet) chosen.clone();
            larger.set(node);
            if (rules.against(larger, layout).isEmpty()) {
                grow(larger, candidates, node + 1, layout, sets);
            }
        }
        if (!chosen.isEmpty() && isMaximal(chosen, candidates, layout)) {
            sets.add(chosen);
        }
    }

    private boolean isMaximal(BitSet chosen, BitSet candidates, Layout layout) {
        for (int node = candidates.nextSetBit(0); node >= 0; node = candidates.nextSetBit(node + 1)) {
            BitSet larger = (BitSet) chosen.clone();
            larger.set(node);
            if (!chosen.get(node) && rules.against(larger, layout).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    Cost apply(Move move, Layout layout) {
        Unit unit = problem.units.get(move.unit());
        int older = problem.isPatched(move.to(), layout) ? 0 : DISLIKE_OF_OLDER;
        layout.put(problem, unit, move.to());
        layout.emptied.clear(move.to());
        if (problem.isPending(move.from(), layout)) {
            layout.emptied.set(move.from());
        }
        return new Cost(unit.weight(), 0, 0, 0, 1, older + problem.hosting.dislike(move.unit(), move.to()));
    }

    Cost apply(BitSet visits, Layout layout) {
        int outages = outagesOf(visits, layout);
        int idleMoves = moveIdle(visits, layout);
        layout.visited.or(visits);
        layout.emptied.clear();
        layout.closed.clear();
        return new Cost(outages, 1, idleMoves, 0, 0, 0);
    }

    private int outagesOf(BitSet visits, Layout layout) {
        int outages = 0;
        for (Unit unit : problem.units) {
            int owner = layout.owner[unit.index()];
            boolean down = visits.get(owner) && problem.works.get(owner).disruptive();
            outages += down ? unit.weight() : 0;
        }
        for (int spread = 0; spread < problem.spreads.size(); spread++) {
            outages += rules.fallsShort(spread, visits, layout)
                    ? problem.spreads.get(spread).weight()
                    : 0;
        }
        return outages;
    }

    private int moveIdle(BitSet visits, Layout layout) {
        if (problem.isInPlace()) {
            return 0;
        }
        int moves = 0;
        layout.closed.or(visits);
        for (Unit unit : problem.units) {
            int owner = layout.owner[unit.index()];
            if (unit.weighted()
                    || !unit.movable()
                    || !visits.get(owner)
                    || !problem.works.get(owner).disruptive()) {
                continue;
            }
            int to = idleDestination(unit, layout);
            if (to >= 0) {
                layout.put(problem, unit, to);
                moves++;
            }
        }
        return moves;
    }

    /** Where the cluster will most likely put a group of weight 0: on a patched node, as preferred, the first by order; -1 for nowhere. */
    private int idleDestination(Unit unit, Layout layout) {
        int best = -1;
        for (int node : preferPatched(destinations(unit, layout), layout)) {
            boolean better = best < 0
                    || problem.hosting.dislike(unit.index(), node) < problem.hosting.dislike(unit.index(), best);
            best = better ? node : best;
        }
        return best;
    }

    /** Units that are not with the owner that the run recorded. */
    int astray(Layout layout) {
        int astray = 0;
        for (Unit unit : problem.units) {
            NodeId recorded = recordedOwner(unit);
            astray += unit.weighted() && !problem.id(layout.owner[unit.index()]).equals(recorded) ? 1 : 0;
        }
        return astray;
    }

    NodeId recordedOwner(Unit unit) {
        GroupId group = unit.id();
        List<NodeId> recorded = problem.input.records().originalPlacement().getOrDefault(group, List.of());
        return recorded.isEmpty() ? problem.id(unit.owner()) : recorded.getFirst();
    }
}
