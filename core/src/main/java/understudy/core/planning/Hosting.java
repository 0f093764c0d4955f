package understudy.core.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import understudy.core.model.Group;
import understudy.core.model.GroupId;
import understudy.core.model.HostingRight;
import understudy.core.model.LedgerEntry;
import understudy.core.model.LedgerEntry.Kind;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Placement;

/** Which node may take which unit, constraint by constraint, in a given layout. */
final class Hosting {
    /** What stands against it; {@code NONE} where nothing does. */
    enum Obstacle {
        NONE,
        ABSENT,
        MAINTENANCE,
        HELD,
        NOT_KNOWN,
        MAY_NOT,
        WITHDRAWN,
        VERSION_FENCE,
        EMPTIED,
        APART,
        AWAY_FROM_COMPANION,
        CAPACITY
    }

    private enum Right {
        YES,
        NOT_YET,
        NO,
        UNKNOWN,
        WITHDRAWN
    }

    private final Problem problem;
    private final Right[][] rights;
    private final int[][] conflicts;
    private final BitSet[] allowedBySpread;
    private final boolean[] upgraded;
    private final boolean[] fenceable;

    Hosting(Problem problem) {
        this.problem = problem;
        int units = problem.units.size();
        rights = new Right[units][];
        conflicts = new int[units][];
        allowedBySpread = new BitSet[units];
        upgraded = new boolean[units];
        fenceable = new boolean[units];
        Map<GroupId, Integer> unitOf = new HashMap<>();
        problem.units.forEach(unit -> unit.members().forEach(group -> unitOf.put(group.id(), unit.index())));
        List<List<Integer>> apart = apart(unitOf);
        for (Unit unit : problem.units) {
            int at = unit.index();
            rights[at] = rights(unit);
            conflicts[at] = apart.get(at).stream().mapToInt(other -> other).toArray();
            allowedBySpread[at] = allowedBySpread(unit);
            upgraded[at] = unit.members().stream().anyMatch(group -> group.patch() instanceof PatchState.Patched);
            fenceable[at] = problem.fence
                    && unit.members().stream()
                            .anyMatch(
                                    group -> group.weight() > 0 || !(group.patch() instanceof PatchState.NotVersioned));
        }
    }

    private List<List<Integer>> apart(Map<GroupId, Integer> unitOf) {
        List<List<Integer>> all = new ArrayList<>();
        problem.units.forEach(_ -> all.add(new ArrayList<>()));
        for (Unit unit : problem.units) {
            for (Group group : unit.members()) {
                for (GroupId other : group.apart()) {
                    Integer that = unitOf.get(other);
                    if (that != null && that != unit.index()) {
                        all.get(unit.index()).add(that);
                        all.get(that).add(unit.index());
                    }
                }
            }
        }
        return all;
    }

    private Right[] rights(Unit unit) {
        Right[] worst = new Right[problem.nodes.size()];
        java.util.Arrays.fill(worst, Right.YES);
        for (Group group : unit.members()) {
            Right[] own = new Right[worst.length];
            java.util.Arrays.fill(own, Right.NO);
            for (HostingRight right : group.rights().reversed()) {
                Integer node = problem.index.get(right.node());
                if (node != null) {
                    own[node] = read(right.mayHost());
                }
            }
            for (LedgerEntry entry : problem.input.records().ledger()) {
                Integer node = entry.node().map(problem.index::get).orElse(null);
                boolean withdrawn = entry.kind() == Kind.HOSTING_RIGHT
                        && entry.group().filter(group.id()::equals).isPresent();
                if (node != null && withdrawn) {
                    own[node] = Right.WITHDRAWN;
                }
            }
            for (int node = 0; node < worst.length; node++) {
                worst[node] = worse(worst[node], own[node]);
            }
        }
        return worst;
    }

    private static Right read(MayHost mayHost) {
        return switch (mayHost) {
            case MayHost.Yes() -> Right.YES;
            case MayHost.No(String _) -> Right.NO;
            case MayHost.NotYet(String _) -> Right.NOT_YET;
            case MayHost.Unknown(String _) -> Right.UNKNOWN;
        };
    }

    private static Right worse(Right one, Right other) {
        return severity(one) >= severity(other) ? one : other;
    }

    private static int severity(Right right) {
        return switch (right) {
            case YES -> 0;
            case NOT_YET -> 1;
            case WITHDRAWN -> 2;
            case UNKNOWN -> 3;
            case NO -> 4;
        };
    }

    private BitSet allowedBySpread(Unit unit) {
        BitSet allowed = new BitSet();
        allowed.set(0, problem.nodes.size());
        for (Group spread : problem.input.snapshot().groups()) {
            if (!(spread.placement() instanceof Placement.Spread)) {
                continue;
            }
            BitSet serving = new BitSet();
            for (NodeId node : spread.serving()) {
                Integer at = problem.index.get(node);
                if (at != null) {
                    serving.set(at);
                }
            }
            boolean together = unit.members().stream()
                    .anyMatch(group -> group.together().contains(spread.id())
                            || spread.together().contains(group.id()));
            boolean apart = unit.members().stream()
                    .anyMatch(group -> group.apart().contains(spread.id())
                            || spread.apart().contains(group.id()));
            if (together) {
                serving.or(problem.open);
                allowed.and(serving);
            } else if (apart) {
                allowed.andNot(serving);
            }
        }
        return allowed;
    }

    boolean mustWait(int unit, int node) {
        return rights[unit][node] == Right.NOT_YET;
    }

    /** The cluster could place the unit there by itself, now or later, so that a version fence has to forbid it. */
    boolean couldPlace(int unit, int node) {
        return rights[unit][node] != Right.NO && rights[unit][node] != Right.WITHDRAWN;
    }

    boolean isFenceable(int unit) {
        return fenceable[unit];
    }

    /** Newer binaries have started it, so that it may go to no node without them. */
    boolean isFenced(int unit, Layout layout) {
        return fenceable[unit] && (upgraded[unit] || problem.isPatched(layout.owner[unit], layout));
    }

    boolean mayGo(int unit, int node, Layout layout) {
        return obstacle(unit, node, layout) == Obstacle.NONE;
    }

    Obstacle obstacle(int unit, int node, Layout layout) {
        var at = problem.nodes.get(node);
        boolean back = layout.visited.get(node) && problem.open.get(node);
        if (at.maintenance()) {
            return Obstacle.MAINTENANCE;
        }
        if (!at.membership().isMember() && !back && !problem.waiting.get(node)) {
            return Obstacle.ABSENT;
        }
        boolean oursToRelease = problem.open.get(node) && NodeWork.drainedByUs(at.id(), problem.input);
        if (at.drained() && !(back && oursToRelease)) {
            return Obstacle.HELD;
        }
        if (layout.closed.get(node)) {
            return Obstacle.EMPTIED;
        }
        Obstacle right = right(unit, node, layout);
        return right == Obstacle.NONE ? company(unit, node, layout) : right;
    }

    private Obstacle right(int unit, int node, Layout layout) {
        Obstacle right = switch (rights[unit][node]) {
            case YES, NOT_YET -> Obstacle.NONE;
            case NO -> Obstacle.MAY_NOT;
            case UNKNOWN -> Obstacle.NOT_KNOWN;
            case WITHDRAWN ->
                layout.visited.get(node) && problem.isPatched(node, layout) ? Obstacle.NONE : Obstacle.WITHDRAWN;
        };
        if (right == Obstacle.NONE && isFenced(unit, layout) && !problem.isPatched(node, layout)) {
            return Obstacle.VERSION_FENCE;
        }
        return right;
    }

    private Obstacle company(int unit, int node, Layout layout) {
        for (int other : conflicts[unit]) {
            if (layout.owner[other] == node) {
                return Obstacle.APART;
            }
        }
        if (!allowedBySpread[unit].get(node)) {
            return Obstacle.AWAY_FROM_COMPANION;
        }
        return exceeded(unit, node, layout) < 0 ? Obstacle.NONE : Obstacle.CAPACITY;
    }

    /** The first dimension in which the node cannot carry the unit, -1 where it can. */
    int exceeded(int unit, int node, Layout layout) {
        int[] load = problem.load(unit);
        for (int dimension = 0; dimension < load.length; dimension++) {
            long wanted = (long) layout.used[node][dimension] + load[dimension];
            if (load[dimension] > 0 && wanted > problem.capacity(node, dimension)) {
                return dimension;
            }
        }
        return -1;
    }

    /** The unit there that it may not share a node with, for a sentence. */
    Unit neighbour(int unit, int node, Layout layout) {
        for (int other : conflicts[unit]) {
            if (layout.owner[other] == node) {
                return problem.units.get(other);
            }
        }
        throw new IllegalStateException("No unit on node " + node + " must be apart from unit " + unit + ".");
    }

    /** How far a destination is from what the groups prefer; 0 is their first choice. */
    int dislike(int unit, int node) {
        int dislike = mustWait(unit, node) ? 100 : 0;
        NodeId id = problem.id(node);
        for (Group group : problem.units.get(unit).members()) {
            int place = group.preferred().indexOf(id);
            dislike += place >= 0 ? place : group.preferred().size();
        }
        return dislike;
    }
}
