package understudy.core.safety;

import java.util.List;
import understudy.core.model.Finding;
import understudy.core.model.Node;

/** From drain to rejoin a second node that is lost cancels what would take a further one away (safety rule 7). */
final class LostNodeGuard implements Guard {
    @Override
    public List<Finding> judge(GuardInput input) {
        if (!Disruption.takesNodeAway(input.step()) || input.recovery()) {
            return List.of();
        }
        return input.now().nodes().stream()
                .filter(node -> !node.membership().isMember() && wasThere(input, node) && !isInStage(input, node))
                .map(node -> Finding.error(
                        "SECOND-NODE-LOST",
                        node.id().value(),
                        input.step().id() + " does not start, because " + node.id()
                                + " has left the cluster since the plan was made.",
                        "Bring " + node.id() + " back, then resume."))
                .toList();
    }

    private static boolean wasThere(GuardInput input, Node node) {
        return input.plannedOn()
                .node(node.id())
                .filter(before -> before.membership().isMember())
                .isPresent();
    }

    private static boolean isInStage(GuardInput input, Node node) {
        return input.stage().tracks().stream().anyMatch(track -> track.node().equals(node.id()));
    }
}
