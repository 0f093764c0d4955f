package understudy.core.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import understudy.core.planning.Route.Leg;
import understudy.core.planning.Route.Move;

/**
 * Looks for the best order by always going on from the most promising one (A*). The bound that it adds is never too high, so that
 * the first complete order is the best. Its budget is counted in cells, never in time, so that every machine finds the same.
 */
final class ExactSearch {
    /** In cells that are copied or looked at; a layout has one for each unit and each node, and some of its own. */
    private static final long BUDGET = 1_500_000;

    private final Problem problem;
    private final Transitions transitions;
    private final PriorityQueue<Entry> open = new PriorityQueue<>(Entry.BY_PROMISE);
    private final Set<Layout.Key> closed = new HashSet<>();
    private long spent;
    private int made;

    ExactSearch(Transitions transitions) {
        this.transitions = transitions;
        this.problem = transitions.problem;
    }

    /** Whether the search came to its end or to its budget's. */
    record Answer(Optional<Route> route, boolean exhausted) {}

    private record Entry(
            Layout layout,
            Cost spent,
            Cost total,
            int left,
            int number,
            @Nullable Entry parent,
            @Nullable Object action) {
        static final Comparator<Entry> BY_PROMISE =
                Comparator.comparing(Entry::total).thenComparingInt(Entry::left).thenComparingInt(Entry::number);
    }

    Answer search() {
        push(Layout.of(problem), Cost.NOTHING, null, null);
        while (!open.isEmpty()) {
            Entry best = open.remove();
            if (best.left() == 0) {
                return new Answer(Optional.of(route(best)), true);
            }
            if (!closed.add(best.layout().key())) {
                continue;
            }
            expand(best);
            if (spent >= BUDGET) {
                return new Answer(Optional.empty(), false);
            }
        }
        return new Answer(Optional.empty(), true);
    }

    private void expand(Entry from) {
        spent += (long) problem.units.size() * problem.nodes.size() / 8;
        for (BitSet visits : transitions.visits(from.layout())) {
            Layout next = from.layout().copy();
            push(next, from.spent().plus(transitions.apply(visits, next)), from, visits);
        }
        for (Move move : transitions.moves(from.layout())) {
            if (spent >= BUDGET) {
                return;
            }
            Layout next = from.layout().copy();
            push(next, from.spent().plus(transitions.apply(move, next)), from, move);
        }
    }

    private void push(Layout layout, Cost cost, @Nullable Entry parent, @Nullable Object action) {
        spent += problem.units.size() + problem.nodes.size() + 32;
        BitSet pending = problem.pending(layout);
        Cost total = cost.plus(atLeast(layout, pending));
        open.add(new Entry(layout, cost, total, pending.cardinality(), made++, parent, action));
    }

    /** What is certainly still to come; at the end of an order, the groups that are not at home. */
    private Cost atLeast(Layout layout, BitSet pending) {
        if (pending.isEmpty()) {
            return new Cost(0, 0, 0, transitions.astray(layout), 0, 0);
        }
        int outages = 0;
        for (Unit unit : problem.units) {
            int owner = layout.owner[unit.index()];
            boolean goes = pending.get(owner) && problem.works.get(owner).disruptive();
            outages += goes ? unit.weight() : 0;
        }
        int most = problem.input.policy().maxUnavailable();
        int disruptive = (int) pending.stream()
                .filter(node -> problem.works.get(node).disruptive())
                .count();
        return new Cost(outages, Math.max(1, (disruptive + most - 1) / most), 0, 0, 0, 0);
    }

    private static Route route(Entry end) {
        List<Object> actions = new ArrayList<>();
        for (Entry at = end; at != null && at.action() != null; at = at.parent()) {
            actions.addFirst(at.action());
        }
        List<Leg> legs = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        for (Object action : actions) {
            if (action instanceof Move move) {
                moves.add(move);
            } else if (action instanceof BitSet visits) {
                legs.add(new Leg(moves, visits.stream().boxed().toList()));
                moves.clear();
            }
        }
        return new Route(legs, end.total(), true);
    }
}
