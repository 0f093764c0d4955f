package understudy.core.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import understudy.core.planning.Route.Leg;
import understudy.core.planning.Route.Move;

/** Builds one good order step by step without going back: idle nodes as many at once as may be, then the node that costs least to empty. */
final class GreedySearch {
    private final Problem problem;
    private final Transitions transitions;
    private final List<Leg> legs = new ArrayList<>();
    private final Layout layout;
    private Cost cost = Cost.NOTHING;

    GreedySearch(Transitions transitions) {
        this.transitions = transitions;
        this.problem = transitions.problem;
        this.layout = Layout.of(problem);
    }

    /** The layout in which it came to its end, good or bad: what is in the way there explains a refusal. */
    Layout end() {
        return layout;
    }

    Optional<Route> search() {
        while (!transitions.isDone(layout)) {
            List<Move> moves = new ArrayList<>();
            Optional<BitSet> visits = largestVisit();
            if (visits.isEmpty()) {
                moves.addAll(emptyNodes());
                visits = largestVisit();
            }
            if (visits.isEmpty()) {
                return Optional.empty();
            }
            legs.add(new Leg(moves, visits.get().stream().boxed().toList()));
            cost = cost.plus(transitions.apply(visits.get(), layout));
        }
        cost = cost.plus(new Cost(0, 0, 0, transitions.astray(layout), 0, 0));
        return Optional.of(new Route(legs, cost, false));
    }

    private Optional<BitSet> largestVisit() {
        BitSet candidates = transitions.candidates(layout);
        BitSet chosen = new BitSet();
        for (int node = candidates.nextSetBit(0); node >= 0; node = candidates.nextSetBit(node + 1)) {
            chosen.set(node);
            if (transitions.rules.against(chosen, layout).isPresent()) {
                chosen.clear(node);
            }
        }
        return chosen.isEmpty() ? Optional.empty() : Optional.of(chosen);
    }

    /** Empties the node that costs least, then others that cost no more than their bound, as long as all may be absent together. */
    private List<Move> emptyNodes() {
        List<Move> moves = new ArrayList<>();
        BitSet emptied = new BitSet();
        for (int round = 0; round < problem.input.policy().maxUnavailable(); round++) {
            Emptying best = best(emptied);
            if (best == null || (round > 0 && best.again() > 0)) {
                break;
            }
            for (Move move : best.moves()) {
                cost = cost.plus(transitions.apply(move, layout));
            }
            moves.addAll(best.moves());
            emptied.set(best.node());
            layout.closed.set(best.node());
        }
        return moves;
    }

    /** One way to empty a node: its handovers, the layout after them, and the weight of what will have to move again. */
    private record Emptying(int node, List<Move> moves, Layout after, int again, int dislike) {
        static final Comparator<Emptying> BY_COST = Comparator.comparingInt(Emptying::again)
                .thenComparingInt(emptying -> emptying.moves().size())
                .thenComparingInt(Emptying::dislike)
                .thenComparingInt(Emptying::node);
    }

    private @Nullable Emptying best(BitSet emptied) {
        if (!transitions.mayHandOver(layout)) {
            return null;
        }
        BitSet pending = problem.pending(layout);
        pending.andNot(emptied);
        Emptying best = null;
        for (int node = pending.nextSetBit(0); node >= 0; node = pending.nextSetBit(node + 1)) {
            BitSet together = (BitSet) emptied.clone();
            together.set(node);
            Emptying emptying = empty(node);
            // Judged where its groups will be then: a handover may bring its destination back into the cluster.
            if (emptying == null
                    || transitions.rules.against(together, emptying.after()).isPresent()) {
                continue;
            }
            boolean better = best == null || Emptying.BY_COST.compare(emptying, best) < 0;
            best = better ? emptying : best;
        }
        return best;
    }

    private @Nullable Emptying empty(int node) {
        Layout trial = layout.copy();
        trial.closed.set(node);
        List<Move> moves = new ArrayList<>();
        int again = 0;
        int dislike = 0;
        for (Unit unit : heaviestFirst(node)) {
            int to = unit.movable() ? destination(unit, trial) : -1;
            if (to < 0) {
                return null;
            }
            Move move = new Move(unit.index(), node, to);
            again += problem.isPending(to, trial) ? unit.weight() : 0;
            dislike += transitions.apply(move, trial).dislike();
            moves.add(move);
        }
        return moves.isEmpty() ? null : new Emptying(node, moves, trial, again, dislike);
    }

    private List<Unit> heaviestFirst(int node) {
        return problem.units.stream()
                .filter(unit -> layout.owner[unit.index()] == node && unit.weighted() && !problem.staysOn(unit))
                .sorted(Comparator.comparingInt((Unit unit) -> -loadOf(unit)).thenComparingInt(Unit::index))
                .toList();
    }

    private int loadOf(Unit unit) {
        int sum = 0;
        for (int load : problem.load(unit.index())) {
            sum += load;
        }
        return sum;
    }

    private int destination(Unit unit, Layout at) {
        int best = -1;
        for (int node : transitions.preferPatched(transitions.destinations(unit, at), at)) {
            if (best < 0 || compare(unit, node, best, at) < 0) {
                best = node;
            }
        }
        return best;
    }

    private int compare(Unit unit, int one, int other, Layout at) {
        int order = Integer.compare(
                problem.hosting.dislike(unit.index(), one), problem.hosting.dislike(unit.index(), other));
        return order != 0 ? order : Integer.compare(at.weightedOn[one], at.weightedOn[other]);
    }
}
