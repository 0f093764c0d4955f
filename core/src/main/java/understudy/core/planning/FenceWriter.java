package understudy.core.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import understudy.core.model.Group;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry.Kind;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;

/**
 * Writes how a version fence is enforced: before newer binaries start a group, the nodes without them lose the right to host it, and
 * each gets it back once it has them.
 */
final class FenceWriter {
    private static final SequencedSet<GroupId> NONE =
            java.util.Collections.unmodifiableSequencedSet(new LinkedHashSet<>());

    private final Draft draft;
    private final Problem problem;

    /** For each node that has lost a right: the groups, and the number of the stage in which it lost the first. */
    private final Map<Integer, SequencedSet<GroupId>> withdrawn = new LinkedHashMap<>();

    private final Map<GroupId, Loss> losses = new LinkedHashMap<>();

    /** Which nodes a group cannot use, from which stage to which. */
    private static final class Loss {
        private final int from;
        private int until;
        private final List<NodeId> nodes = new ArrayList<>();

        Loss(int from) {
            this.from = from;
        }
    }

    FenceWriter(Draft draft, Problem problem) {
        this.draft = draft;
        this.problem = problem;
        draft.input.records().ledger().stream()
                .filter(entry -> entry.kind() == Kind.HOSTING_RIGHT)
                .forEach(entry -> entry.node()
                        .map(problem.index::get)
                        .ifPresent(node -> entry.group()
                                .filter(group -> isWithdrawn(group, node))
                                .ifPresent(group -> lose(group, node))));
    }

    /** The ledger says what was meant; whether the node still has the right, only the cluster knows. */
    private boolean isWithdrawn(GroupId group, int node) {
        return draft.input
                .snapshot()
                .group(group)
                .filter(seen -> seen.mayHost(problem.id(node)) instanceof MayHost.Yes)
                .isEmpty();
    }

    private void lose(GroupId group, int node) {
        if (!withdrawn.computeIfAbsent(node, _ -> new LinkedHashSet<>()).add(group)) {
            return;
        }
        losses.computeIfAbsent(group, _ -> new Loss(draft.stageNumber())).nodes.add(problem.id(node));
    }

    List<GroupId> withdrawnFrom(int node) {
        return List.copyOf(withdrawn.getOrDefault(node, NONE));
    }

    void granted(int node) {
        SequencedSet<GroupId> groups = withdrawn.remove(node);
        if (groups != null) {
            groups.stream().map(losses::get).forEach(loss -> {
                if (loss != null) {
                    loss.until = draft.stageNumber();
                }
            });
        }
    }

    /** The nodes that lose the right to host the unit before it goes to newer binaries. */
    List<NodeId> withdrawFor(Unit unit, Layout layout) {
        List<NodeId> nodes = new ArrayList<>();
        if (!problem.hosting.isFenceable(unit.index())) {
            return nodes;
        }
        for (int node = 0; node < problem.nodes.size(); node++) {
            if (!problem.isPatched(node, layout) && mayLose(unit, node)) {
                nodes.add(problem.id(node));
            }
        }
        return nodes;
    }

    private boolean mayLose(Unit unit, int node) {
        boolean any = false;
        for (Group group : unit.members()) {
            boolean loses = group.weight() > 0
                    && !(group.mayHost(problem.id(node)) instanceof MayHost.No)
                    && !withdrawn.getOrDefault(node, NONE).contains(group.id());
            if (loses) {
                lose(group.id(), node);
                any = true;
            }
        }
        return any;
    }

    /** Groups that newer binaries have started already, by a failover or by hand: the fence is put up at once. */
    List<Step> forFenced(Layout layout) {
        List<Step> steps = new ArrayList<>();
        for (Unit unit : problem.units) {
            if (problem.hosting.isFenced(unit.index(), layout)) {
                steps.addAll(withdraw(unit, layout));
            }
        }
        return steps;
    }

    /** Groups that stay on a node while it is patched are started by newer binaries there. */
    List<Step> forStaying(BitSet visits, Layout layout) {
        List<Step> steps = new ArrayList<>();
        for (Unit unit : problem.units) {
            int owner = layout.owner[unit.index()];
            if (unit.weighted() && visits.get(owner) && problem.works.get(owner).install()) {
                Layout after = layout.copy();
                after.visited.set(owner);
                steps.addAll(withdraw(unit, after));
            }
        }
        return steps;
    }

    private List<Step> withdraw(Unit unit, Layout layout) {
        NodeId owner = problem.id(layout.owner[unit.index()]);
        var writer = new HandoverWriter(draft, unit, owner, owner);
        List<Step> steps = new ArrayList<>();
        for (NodeId node : withdrawFor(unit, layout)) {
            steps.addAll(writer.withdraw(node));
        }
        return steps;
    }

    void sayWhatIsLost() {
        losses.forEach((group, loss) -> {
            String nodes =
                    String.join(", ", loss.nodes.stream().map(NodeId::value).toList());
            String until = loss.until == 0 ? "until these have the patch" : "to stage " + loss.until;
            draft.redundancy.add("From stage " + loss.from + " " + until + " " + group + " cannot fail over to " + nodes
                    + ", because newer binaries have started it.");
        });
    }
}
