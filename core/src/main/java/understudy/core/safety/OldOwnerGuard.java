package understudy.core.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;

/** The old owner stays eligible until the group is proven on its destination; only then is it drained (safety rule 10). */
final class OldOwnerGuard implements Guard {
    @Override
    public List<Finding> judge(GuardInput input) {
        Optional<NodeId> node = input.step().node();
        boolean empties =
                input.step().verb() instanceof Verb.Drain || input.step().verb() instanceof Verb.LeaveCluster;
        if (!empties || node.isEmpty() || input.recovery()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Group group : input.now().groups()) {
            boolean counts = group.weight() > 0
                    && group.health() != GroupHealth.STOPPED
                    && !(group.placement() instanceof Placement.Spread);
            if (counts && !mayGoDown(input, group) && isThere(group, node.get(), input)) {
                findings.add(Finding.error(
                        "GROUP-NOT-PROVEN-ELSEWHERE",
                        group.id().value(),
                        input.step().id() + " does not start, because " + group.id()
                                + " is not proven to be served by another node.",
                        "Hand " + group.id() + " over first, then resume."));
            }
        }
        return findings;
    }

    private static boolean mayGoDown(GuardInput input, Group group) {
        return input.step().interrupts().stream()
                .anyMatch(interruption -> interruption.group().equals(group.id()));
    }

    /** It is on the node, or it left the node in this stage and is not online where it was to go. */
    private static boolean isThere(Group group, NodeId node, GuardInput input) {
        if (group.serving().contains(node)) {
            return true;
        }
        boolean left = input.stage().lead().stream().anyMatch(step -> takesFrom(step, group, node));
        return left && (group.health() != GroupHealth.ONLINE || group.serving().isEmpty());
    }

    private static boolean takesFrom(Step step, Group group, NodeId node) {
        return step.group().filter(group.id()::equals).isPresent()
                && step.from().filter(node::equals).isPresent();
    }
}
