package understudy.core.planning;

import java.util.Arrays;
import java.util.BitSet;

/** Where every unit is and which nodes have been visited, at one point of a route; changed in place by the search that owns it. */
final class Layout {
    final int[] owner;
    final int[][] used;
    final int[] weightedOn;
    final BitSet visited;

    /** Nodes that were emptied since the last visit: they are next. */
    final BitSet emptied;

    /** Nodes that are about to be visited and take nothing any more. */
    final BitSet closed = new BitSet();

    private Layout(int[] owner, int[][] used, int[] weightedOn, BitSet visited, BitSet emptied) {
        this.owner = owner;
        this.used = used;
        this.weightedOn = weightedOn;
        this.visited = visited;
        this.emptied = emptied;
    }

    static Layout of(Problem problem) {
        int nodes = problem.nodes.size();
        var layout = new Layout(
                new int[problem.units.size()],
                problem.baseLoad(),
                new int[nodes],
                new BitSet(nodes),
                new BitSet(nodes));
        for (Unit unit : problem.units) {
            layout.owner[unit.index()] = -1;
            layout.put(problem, unit, unit.owner());
        }
        return layout;
    }

    Layout copy() {
        int[][] load = new int[used.length][];
        for (int i = 0; i < used.length; i++) {
            load[i] = used[i].clone();
        }
        return new Layout(owner.clone(), load, weightedOn.clone(), (BitSet) visited.clone(), (BitSet) emptied.clone());
    }

    /** Sets the unit on the node, off the one where it was. */
    void put(Problem problem, Unit unit, int node) {
        int from = owner[unit.index()];
        if (from >= 0) {
            account(problem, unit, from, -1);
        }
        account(problem, unit, node, 1);
        owner[unit.index()] = node;
    }

    private void account(Problem problem, Unit unit, int node, int sign) {
        int[] load = problem.load(unit.index());
        for (int dimension = 0; dimension < load.length; dimension++) {
            used[node][dimension] += sign * load[dimension];
        }
        weightedOn[node] += unit.weighted() ? sign : 0;
    }

    Key key() {
        return new Key(owner.clone(), (BitSet) visited.clone(), (BitSet) emptied.clone());
    }

    /** Two layouts with equal keys have the same future. */
    static final class Key {
        private final int[] owner;
        private final BitSet visited;
        private final BitSet emptied;

        private Key(int[] owner, BitSet visited, BitSet emptied) {
            this.owner = owner;
            this.visited = visited;
            this.emptied = emptied;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && Arrays.equals(owner, that.owner)
                    && visited.equals(that.visited)
                    && emptied.equals(that.emptied);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Arrays.hashCode(owner) + visited.hashCode()) + emptied.hashCode();
        }
    }
}
