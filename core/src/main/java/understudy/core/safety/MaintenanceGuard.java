package understudy.core.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;

/** What somebody took out of the cluster's hands is not touched: the cluster, a node, a group. */
final class MaintenanceGuard implements Guard {
    @Override
    public List<Finding> judge(GuardInput input) {
        if (input.step().verb() instanceof Verb.Confirm) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        String step = input.step().id().value();
        if (input.now().maintenance()) {
            findings.add(Finding.error(
                    "CLUSTER-IN-MAINTENANCE",
                    input.now().cluster(),
                    step + " does not start, because the whole cluster is in maintenance.",
                    "End the cluster's maintenance, then resume."));
        }
        nodes(input.step())
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(id -> input.now().node(id).stream())
                .filter(Node::maintenance)
                .forEach(node -> findings.add(Finding.error(
                        "NODE-IN-MAINTENANCE",
                        node.id().value(),
                        step + " does not start, because " + node.id() + " is in maintenance.",
                        "End its maintenance, then resume.")));
        input.step()
                .group()
                .flatMap(input.now()::group)
                .filter(group -> !group.managed())
                .map(Group::id)
                .ifPresent(id -> findings.add(Finding.error(
                        "GROUP-UNMANAGED",
                        id.value(),
                        step + " does not start, because " + id + " was taken out of the cluster's hands.",
                        "Give it back to the cluster, then resume.")));
        return findings;
    }

    /** The nodes that the step touches. What a node may host is the cluster's to know: the node itself is not asked. */
    private static Stream<Optional<NodeId>> nodes(Step step) {
        boolean onlyARight = step.verb() instanceof Verb.WithdrawHosting || step.verb() instanceof Verb.GrantHosting;
        return onlyARight ? Stream.empty() : Stream.of(step.node(), step.destination());
    }
}
