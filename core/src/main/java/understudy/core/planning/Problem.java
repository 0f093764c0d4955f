package understudy.core.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Membership;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Placement;
import understudy.core.procedure.Procedure;

/** What the search has to solve: the input, indexed once, so that each question is an array's answer. */
final class Problem {
    final PlanningInput input;
    final List<Node> nodes;
    final Map<NodeId, Integer> index;
    final List<NodeWork> works;
    final List<Unit> units;
    final List<Group> spreads;
    final Hosting hosting;

    /** Nodes that are to be visited and can be. */
    final BitSet toVisit = new BitSet();

    /** Of those, the ones whose visit has begun. */
    final BitSet open = new BitSet();

    /** Nodes that have the patch and stay out of the cluster until a handover to them takes them in. */
    final BitSet waiting = new BitSet();

    final BitSet patched = new BitSet();
    final BitSet absent = new BitSet();
    final boolean fence;

    /** Nodes are taken back to the packages that they had, and nothing else is done; those that need it not are as good as patched. */
    final boolean onlyBack;

    /** Groups that may go down with their node, because the policy accepts it by name or the procedure is in place. */
    private final Set<GroupId> tolerated;

    final List<HandoverUnderWay> underWay;

    private final List<String> dimensions;
    private final int[][] loads;

    Problem(Situation situation, Set<GroupId> tolerated) {
        this.input = situation.input();
        this.works = situation.works();
        this.underWay = situation.underWay();
        this.tolerated = tolerated;
        ClusterSnapshot snapshot = input.snapshot();
        nodes = snapshot.nodes();
        index = new LinkedHashMap<>();
        nodes.forEach(node -> index.put(node.id(), index.size()));
        onlyBack = input.records().targets().onlyBack();
        fence = !onlyBack && (input.patch().versionFence() || input.procedure().versionFence());
        units = Units.of(snapshot, index, situation.destinations());
        spreads = snapshot.groups().stream().filter(Problem::countsAsSpread).toList();
        dimensions = dimensions();
        loads = loads();
        for (int node = 0; node < nodes.size(); node++) {
            classify(node);
        }
        for (int node = 0; node < nodes.size(); node++) {
            if (isWaiting(node)) {
                waiting.set(node);
                toVisit.clear(node);
                open.clear(node);
            }
        }
        hosting = new Hosting(this);
    }

    private void classify(int at) {
        Node node = nodes.get(at);
        NodeWork work = works.get(at);
        boolean back = NodeWork.isTakenBack(node.id(), input);
        boolean leftOut = !back && (onlyBack || input.records().skipped().contains(node.id()));
        boolean known = !(node.patch() instanceof PatchState.Unknown);
        boolean reachable = node.membership().isMember() || work.open();
        toVisit.set(at, work.needed() && !leftOut && known && reachable && !node.maintenance());
        open.set(at, toVisit.get(at) && work.open());
        patched.set(at, onlyBack ? !toVisit.get(at) : !back && node.patch().isPatched() && !work.restart());
        absent.set(at, !node.membership().isMember());
    }

    private boolean isWaiting(int at) {
        NodeId node = id(at);
        boolean heldOut = toVisit.get(at)
                && patched.get(at)
                && nodes.get(at).membership() == Membership.LEFT
                && input.procedure().joinsInHandover()
                && NodeWork.holds(LedgerEntry.Kind.MEMBERSHIP, node, input);
        boolean goesOn = underWay.stream().anyMatch(handover -> handover.to().equals(node));
        return heldOut && (goesOn || (works.get(at).onlyOut() && someoneIsToCome(at)));
    }

    /** A group has to leave a node that is still to be patched. */
    private boolean someoneIsToCome(int at) {
        return units.stream()
                .filter(unit -> unit.weighted() && unit.movable() && unit.owner() != at)
                .anyMatch(unit ->
                        toVisit.get(unit.owner()) && works.get(unit.owner()).install());
    }

    private static boolean countsAsSpread(Group group) {
        return group.placement() instanceof Placement.Spread
                && group.weight() > 0
                && group.health() != GroupHealth.STOPPED
                && !group.serving().isEmpty();
    }

    private List<String> dimensions() {
        SequencedSet<String> names = new LinkedHashSet<>();
        nodes.forEach(node -> names.addAll(node.capacity().keySet()));
        return new ArrayList<>(names);
    }

    private int[][] loads() {
        int[][] all = new int[units.size()][dimensions.size()];
        for (Unit unit : units) {
            for (Group group : unit.members()) {
                addLoad(group, all[unit.index()]);
            }
        }
        return all;
    }

    private void addLoad(Group group, int[] to) {
        for (int dimension = 0; dimension < to.length; dimension++) {
            to[dimension] += group.load().getOrDefault(dimensions.get(dimension), 0);
        }
    }

    /** What the groups that are served on many nodes take of each node, whatever else moves. */
    int[][] baseLoad() {
        int[][] used = new int[nodes.size()][dimensions.size()];
        for (Group group : input.snapshot().groups()) {
            if (!(group.placement() instanceof Placement.Spread)) {
                continue;
            }
            for (NodeId node : group.serving()) {
                Integer at = index.get(node);
                if (at != null) {
                    addLoad(group, used[at]);
                }
            }
        }
        return used;
    }

    int[] load(int unit) {
        return loads[unit];
    }

    int capacity(int node, int dimension) {
        return nodes.get(node).capacity().getOrDefault(dimensions.get(dimension), Integer.MAX_VALUE);
    }

    String dimension(int dimension) {
        return dimensions.get(dimension);
    }

    boolean isInPlace() {
        return input.procedure().visit() != Procedure.Visit.VACATED;
    }

    /** It goes down with its node and comes back with it. */
    boolean staysOn(Unit unit) {
        return isInPlace() || tolerated.contains(unit.id());
    }

    boolean tolerates(Group spread) {
        return isInPlace() || tolerated.contains(spread.id());
    }

    boolean isPatched(int node, Layout layout) {
        boolean visited = layout.visited.get(node) && (onlyBack || !NodeWork.isTakenBack(id(node), input));
        return patched.get(node) || visited;
    }

    boolean isPending(int node, Layout layout) {
        return toVisit.get(node) && !layout.visited.get(node);
    }

    NodeId id(int node) {
        return nodes.get(node).id();
    }

    BitSet pending(Layout layout) {
        BitSet pending = (BitSet) toVisit.clone();
        pending.andNot(layout.visited);
        return pending;
    }
}
