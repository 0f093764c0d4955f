package understudy.core.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.core.model.Policy;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;

/** The last nodes that are not patched are the only quick way back: before they go, the policy may want time and a word. */
final class LastNodes {
    private final State state;
    private final Policy policy;

    LastNodes(State state, Policy policy) {
        this.state = state;
        this.policy = policy;
    }

    Optional<Action> gate(Step step) {
        boolean asked = !policy.bakeTime().isZero() || policy.goNoGo();
        if (!asked || !takesNode(step) || !isOfTheLast(step.node())) {
            return Optional.empty();
        }
        String id = "go-no-go/" + step.node().map(NodeId::value).orElse("");
        if (state.wishes().agreed(id)) {
            return Optional.empty();
        }
        Instant baked = state.clock().progressed().plus(policy.bakeTime());
        if (state.clock().now().isBefore(baked)) {
            return Optional.of(new Action.Wait(
                    "The patched nodes are watched for " + Say.duration(policy.bakeTime()) + " before the last one, "
                            + step.node().orElseThrow() + ", is taken.",
                    Optional.of(baked)));
        }
        return policy.goNoGo()
                ? Optional.of(new Action.Ask(new Question(
                        id,
                        Question.Kind.GO_NO_GO,
                        step.node().orElseThrow()
                                + " is the last node that is not patched, and the only quick way back. Patch it?",
                        Optional.of(step.id()))))
                : Optional.empty();
    }

    private boolean isOfTheLast(Optional<NodeId> node) {
        List<NodeId> left = Lanes.unpatched(state.walk());
        boolean inThisStage = state.walk().current().stream()
                .flatMap(stage -> stage.steps().stream())
                .filter(step -> step.verb() instanceof Verb.Install)
                .flatMap(step -> step.node().stream())
                .toList()
                .containsAll(left);
        int all = state.header().orElseThrow().targets().byNode().size();
        return node.filter(left::contains).isPresent() && inThisStage && left.size() < all;
    }

    private static boolean takesNode(Step step) {
        return step.verb() instanceof Verb.Drain
                || step.verb() instanceof Verb.LeaveCluster
                || step.verb() instanceof Verb.Install;
    }
}
