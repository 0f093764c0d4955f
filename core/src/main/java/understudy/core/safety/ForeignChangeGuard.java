package understudy.core.safety;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.core.planning.Step;

/** Nobody else changes the cluster: no transition of its own, no drain that is not ours, no group that moved without us. */
final class ForeignChangeGuard implements Guard {
    @Override
    public List<Finding> judge(GuardInput input) {
        boolean begins = Disruption.takesNodeAway(input.step()) || input.atTheDoor();
        if (!begins || input.recovery() || input.insideOutage()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (input.now().changing()) {
            findings.add(Finding.error(
                    "CLUSTER-CHANGING",
                    input.now().cluster(),
                    input.step().id() + " does not start, because the cluster is in the middle of a change of its own.",
                    "Wait until the cluster has settled."));
        }
        input.now().nodes().forEach(node -> drain(input, node, findings));
        input.now().groups().forEach(group -> moved(input, group, findings));
        return findings;
    }

    private static void drain(GuardInput input, Node node, List<Finding> findings) {
        boolean before = input.plannedOn().node(node.id()).filter(Node::drained).isPresent();
        boolean ours = input.fresh().records().ledger().stream()
                .anyMatch(entry -> entry.kind() == LedgerEntry.Kind.DRAIN
                        && entry.node().filter(node.id()::equals).isPresent());
        if (node.drained() && !before && !ours) {
            findings.add(Finding.error(
                    "DRAINED-BY-OTHERS",
                    node.id().value(),
                    node.id() + " was drained since the plan was made, and not by this run.",
                    "Ask who drained it, then resume: the rest is planned again."));
        }
    }

    private static void moved(GuardInput input, Group group, List<Finding> findings) {
        boolean watched = group.weight() > 0 && group.managed() && !(group.placement() instanceof Placement.Spread);
        if (!watched || isOurs(input, group.id())) {
            return;
        }
        List<NodeId> before =
                input.plannedOn().group(group.id()).map(Group::serving).orElse(group.serving());
        if (!before.equals(group.serving())) {
            findings.add(Finding.error(
                    "MOVED-BY-OTHERS",
                    group.id().value(),
                    group.id() + " has gone from " + (before.isEmpty() ? "nowhere" : Disruption.list(before)) + " to "
                            + (group.serving().isEmpty() ? "nowhere" : Disruption.list(group.serving()))
                            + " since the plan was made, and not by this run.",
                    "Resume: the rest is planned again from where the group is now."));
        }
    }

    /** The stage hands it over, or one of those that go with it. */
    private static boolean isOurs(GuardInput input, GroupId group) {
        return input.stage().steps().stream()
                .anyMatch(step -> step.group().filter(group::equals).isPresent() || interrupts(step, group));
    }

    private static boolean interrupts(Step step, GroupId group) {
        return step.interrupts().stream()
                .anyMatch(interruption -> interruption.group().equals(group));
    }
}
