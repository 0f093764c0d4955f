package understudy.core.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.HostingRight;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;

/** Says why the search found no way on: for each node that is left, what cannot leave it and which constraint stands against each other node. */
final class NoHome {
    private final Transitions transitions;
    private final Problem problem;
    private final Layout stuck;

    NoHome(Transitions transitions, Layout stuck) {
        this.transitions = transitions;
        this.problem = transitions.problem;
        this.stuck = stuck;
    }

    List<Finding> findings(boolean exhausted) {
        List<Finding> findings = new ArrayList<>();
        BitSet pending = problem.pending(stuck);
        for (int node = pending.nextSetBit(0); node >= 0; node = pending.nextSetBit(node + 1)) {
            BitSet alone = new BitSet();
            alone.set(node);
            Optional<String> against = transitions.rules.against(alone, stuck);
            if (against.isPresent()) {
                findings.add(cannotBeAbsent(node, against.get()));
            } else {
                homeless(node, findings);
            }
        }
        if (findings.isEmpty()) {
            findings.add(noOrder(exhausted));
        }
        return findings;
    }

    private Finding cannotBeAbsent(int node, String against) {
        return Finding.error(
                "NODE-CANNOT-BE-ABSENT",
                problem.id(node).value(),
                problem.id(node) + " cannot be taken away for its patch: " + against + ".",
                "Bring absent nodes or voters back, change the policy, or skip the node.");
    }

    private void homeless(int node, List<Finding> findings) {
        for (Unit unit : problem.units) {
            boolean stays = unit.weighted() ? problem.staysOn(unit) : mayStayIdle();
            if (stuck.owner[unit.index()] != node || stays) {
                continue;
            }
            if (!unit.movable()) {
                findings.add(unmanaged(unit, node));
            } else if (transitions.destinations(unit, stuck).isEmpty()) {
                findings.add(noHome(unit, node));
            }
        }
    }

    private boolean mayStayIdle() {
        return problem.input.procedure().vacate() == understudy.core.procedure.Procedure.Vacate.WEIGHTED;
    }

    private Finding unmanaged(Unit unit, int node) {
        return Finding.error(
                "GROUP-CANNOT-LEAVE",
                unit.id().value(),
                unit.names() + " cannot leave " + problem.id(node)
                        + " for its patch, because it was taken out of the cluster's hands.",
                "Give it back to the cluster, or skip " + problem.id(node) + ".");
    }

    private Finding noHome(Unit unit, int node) {
        String reasons = obstacles(unit);
        return Finding.error(
                "NO-HOME",
                unit.id().value(),
                unit.names() + " can go nowhere when " + problem.id(node) + " is patched"
                        + (reasons.isEmpty() ? ", because there is no other node." : ": " + reasons + "."),
                "Make room for it, accept its outage by name in the policy, or skip " + problem.id(node) + ".");
    }

    /** Each other node with what stands against it. */
    String obstacles(Unit unit) {
        List<String> reasons = new ArrayList<>();
        for (int node = 0; node < problem.nodes.size(); node++) {
            if (node != stuck.owner[unit.index()]) {
                reasons.add(obstacle(unit, node));
            }
        }
        return reasons.stream().filter(reason -> !reason.isEmpty()).collect(Collectors.joining("; "));
    }

    /** What stands against this node, a clause. */
    String obstacle(Unit unit, int node) {
        NodeId id = problem.id(node);
        return switch (problem.hosting.obstacle(unit.index(), node, stuck)) {
            case NONE -> "";
            case ABSENT -> id + " is not in the cluster";
            case MAINTENANCE -> id + " is in maintenance";
            case HELD -> id + " is drained";
            case NOT_KNOWN -> "whether " + id + " may host it could not be seen";
            case MAY_NOT -> mayNot(unit, id);
            case WITHDRAWN -> id + " has lost the right to host it until it is patched";
            case VERSION_FENCE -> id + " does not have the newer binaries that have started it";
            case EMPTIED -> id + " is itself being emptied";
            case APART ->
                id + " has "
                        + problem.hosting.neighbour(unit.index(), node, stuck).names()
                        + ", from which it must be apart";
            case AWAY_FROM_COMPANION ->
                id + " does not serve what it must be together with, or what it must be apart from";
            case CAPACITY -> capacity(unit, node);
        };
    }

    private static String mayNot(Unit unit, NodeId node) {
        for (Group group : unit.members()) {
            if (group.mayHost(node) instanceof MayHost.No(String reason)) {
                boolean listed = group.rights().stream().map(HostingRight::node).anyMatch(node::equals);
                return listed ? node + " may not host it (" + reason + ")" : reason;
            }
        }
        return node + " may not host it";
    }

    private String capacity(Unit unit, int node) {
        int dimension = problem.hosting.exceeded(unit.index(), node, stuck);
        int free = problem.capacity(node, dimension) - stuck.used[node][dimension];
        return problem.id(node) + " has " + Math.max(0, free) + " of " + problem.dimension(dimension)
                + " free and it takes " + problem.load(unit.index())[dimension];
    }

    private Finding noOrder(boolean exhausted) {
        return exhausted
                ? Finding.error(
                        "NO-ORDER",
                        problem.input.snapshot().cluster(),
                        "Every group could leave its node alone, but no order of handovers lets every node be patched.",
                        "Make room on one node, or skip a node.")
                : Finding.error(
                        "NO-PLAN-FOUND",
                        problem.input.snapshot().cluster(),
                        "No order that keeps every rule was found within the search's budget; one may exist.",
                        "Make room on one node, or skip a node.");
    }
}
