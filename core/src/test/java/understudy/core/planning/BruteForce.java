package understudy.core.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import understudy.core.model.Group;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.MayHost;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.core.model.Quorum;
import understudy.core.model.Voter;

/** Tries everything on a small cluster: any handover at any time, any set of nodes at once; only the least outages count. */
final class BruteForce {
    private final PlanningInput input;
    private final List<Node> nodes;
    private final List<Group> groups = new ArrayList<>();
    private final List<Group> spreads = new ArrayList<>();
    private final boolean fence;
    private int[] unit = {};
    private int left;

    BruteForce(PlanningInput input) {
        this.input = input;
        nodes = input.snapshot().nodes();
        fence = input.patch().versionFence() || input.procedure().versionFence();
        for (Group group : input.snapshot().groups()) {
            if (group.weight() == 0) {
                continue;
            }
            (group.placement() instanceof Placement.Spread ? spreads : groups).add(group);
        }
    }

    private record State(List<Integer> owners, int patched, int visited) {}

    private record Reached(State state, int cost, int number) {}

    private int index(NodeId id) {
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.get(node).id().equals(id)) {
                return node;
            }
        }
        throw new IllegalArgumentException("No node " + id);
    }

    OptionalInt leastOutages() {
        List<Integer> owners = new ArrayList<>();
        groups.forEach(group -> owners.add(index(group.serving().getFirst())));
        units(owners);
        int patched = 0;
        for (int node = 0; node < nodes.size(); node++) {
            patched |= nodes.get(node).patch().isPatched() ? 1 << node : 0;
        }
        left = 0;
        for (int node = 0; node < nodes.size(); node++) {
            boolean visitable = nodes.get(node).membership().isMember();
            boolean behind = (patched & 1 << node) == 0;
            left |= visitable && (behind || ours(node)) ? 1 << node : 0;
        }
        var queue = new PriorityQueue<Reached>((a, b) ->
                a.cost() != b.cost() ? Integer.compare(a.cost(), b.cost()) : Integer.compare(a.number(), b.number()));
        Map<State, Integer> best = new HashMap<>();
        queue.add(new Reached(new State(owners, patched, 0), 0, 0));
        int number = 0;
        while (!queue.isEmpty()) {
            Reached at = queue.remove();
            if (best.putIfAbsent(at.state(), at.cost()) != null) {
                continue;
            }
            if (at.state().visited() == left) {
                return OptionalInt.of(at.cost());
            }
            for (Reached next : next(at)) {
                queue.add(new Reached(next.state(), next.cost(), ++number));
            }
        }
        return OptionalInt.empty();
    }

    private boolean ours(int node) {
        return input.records().ledger().stream()
                .anyMatch(entry -> entry.kind() == LedgerEntry.Kind.DRAIN
                        && entry.node().orElseThrow().equals(nodes.get(node).id()));
    }

    private void units(List<Integer> owners) {
        unit = new int[groups.size()];
        for (int at = 0; at < unit.length; at++) {
            unit[at] = at;
        }
        for (int round = 0; round < unit.length; round++) {
            for (int one = 0; one < unit.length; one++) {
                for (GroupId other : groups.get(one).together()) {
                    for (int two = 0; two < unit.length; two++) {
                        if (groups.get(two).id().equals(other)
                                && owners.get(one).equals(owners.get(two))) {
                            int least = Math.min(unit[one], unit[two]);
                            unit[one] = least;
                            unit[two] = least;
                        }
                    }
                }
            }
        }
    }

    private List<Reached> next(Reached at) {
        List<Reached> next = new ArrayList<>();
        for (int visits = 1; visits < 1 << nodes.size(); visits++) {
            if ((visits & ~left) == 0 && (visits & at.state().visited()) == 0 && mayBeAway(at.state(), visits)) {
                State state = at.state();
                next.add(new Reached(
                        new State(state.owners(), state.patched() | visits, state.visited() | visits), at.cost(), 0));
            }
        }
        for (int mover = 0; mover < unit.length; mover++) {
            for (int to = 0; unit[mover] == mover && to < nodes.size(); to++) {
                move(at, mover, to, next);
            }
        }
        return next;
    }

    private boolean isBack(State state, int node) {
        return (state.visited() & 1 << node) != 0;
    }

    private boolean mayBeAway(State state, int visits) {
        int away = visits;
        for (int node = 0; node < nodes.size(); node++) {
            away |= nodes.get(node).membership().isMember() ? 0 : 1 << node;
        }
        boolean behind = false;
        for (int node = 0; node < nodes.size(); node++) {
            behind |= (visits & 1 << node) != 0 && !nodes.get(node).patch().isPatched();
        }
        if (!behind) {
            return true;
        }
        for (int group = 0; group < unit.length; group++) {
            int owner = state.owners().get(group);
            if ((visits & 1 << owner) != 0 && !nodes.get(owner).patch().isPatched()) {
                return false;
            }
        }
        return Integer.bitCount(away) <= input.policy().maxUnavailable() && quorum(away) && served(state, visits);
    }

    private boolean served(State state, int visits) {
        for (Group spread : spreads) {
            int count = 0;
            boolean touched = false;
            for (int node = 0; node < nodes.size(); node++) {
                boolean there = spread.serving().contains(nodes.get(node).id());
                touched |= there && (visits & 1 << node) != 0;
                count += there && (visits & 1 << node) == 0 ? 1 : 0;
            }
            if (touched && count < spread.least()) {
                return false;
            }
        }
        return state.visited() >= 0;
    }

    private boolean quorum(int away) {
        int all = 0;
        int present = 0;
        for (Voter voter : input.snapshot().quorum().voters()) {
            all += voter.votes();
            boolean gone = (away & 1 << index(new NodeId(voter.name()))) != 0;
            present += !gone && voter.presence() == Voter.Presence.PRESENT ? voter.votes() : 0;
        }
        return switch (input.snapshot().quorum().rule()) {
            case Quorum.Rule.Majority() -> 2 * present > all;
            case Quorum.Rule.TwoNode() -> present >= 1;
            case Quorum.Rule.Fixed(int votes) -> present >= votes;
            case Quorum.Rule.NotNeeded() -> true;
        };
    }

    private void move(Reached at, int mover, int to, List<Reached> next) {
        State state = at.state();
        int from = state.owners().get(mover);
        Node node = nodes.get(to);
        boolean held = node.drained() && !(isBack(state, to) && ours(to));
        boolean fenced = fence && (state.patched() & 1 << from) != 0 && (state.patched() & 1 << to) == 0;
        if (from == to || !node.membership().isMember() || held || fenced) {
            return;
        }
        List<Integer> owners = new ArrayList<>(state.owners());
        int cost = at.cost();
        for (int group = 0; group < unit.length; group++) {
            if (unit[group] == mover) {
                MayHost may = groups.get(group).mayHost(node.id());
                if (!(may instanceof MayHost.Yes) && !(may instanceof MayHost.NotYet)) {
                    return;
                }
                owners.set(group, to);
                cost += groups.get(group).weight();
            }
        }
        if (fits(owners, to) && apart(owners, to, mover)) {
            next.add(new Reached(new State(owners, state.patched(), state.visited()), cost, 0));
        }
    }

    private boolean fits(List<Integer> owners, int to) {
        for (Map.Entry<String, Integer> most : nodes.get(to).capacity().entrySet()) {
            int used = 0;
            for (int group = 0; group < unit.length; group++) {
                used += owners.get(group) == to ? groups.get(group).load().getOrDefault(most.getKey(), 0) : 0;
            }
            if (used > most.getValue()) {
                return arrivesWithoutLoad(owners, to, most.getKey());
            }
        }
        return true;
    }

    private boolean arrivesWithoutLoad(List<Integer> owners, int to, String dimension) {
        return groups.stream().noneMatch(group -> group.load().getOrDefault(dimension, 0) > 0) && owners.get(0) == to;
    }

    private boolean apart(List<Integer> owners, int to, int mover) {
        for (int one = 0; one < unit.length; one++) {
            for (int two = 0; two < unit.length; two++) {
                boolean both =
                        owners.get(one) == to && owners.get(two) == to && (unit[one] == mover) != (unit[two] == mover);
                if (both && groups.get(one).apart().contains(groups.get(two).id())) {
                    return false;
                }
            }
            for (Group spread : spreads) {
                boolean there = spread.serving().contains(nodes.get(to).id());
                boolean here = owners.get(one) == to && unit[one] == mover;
                boolean linked = groups.get(one).together().contains(spread.id());
                boolean mustBeApart = groups.get(one).apart().contains(spread.id());
                if (here && ((there && mustBeApart) || (linked && !there))) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return Arrays.toString(unit);
    }
}
