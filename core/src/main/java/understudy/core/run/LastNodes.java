package understudy.core.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.core.model.Policy;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;

/** The last nodes that are not patched are the only quick way back: before they go, the policy may want the others watched for a while. */
final class LastNodes {
    private final State state;
    private final Policy policy;

    LastNodes(State state, Policy policy) {
        this.state = state;
        this.policy = policy;
    }

    Optional<Action> gate(Step step) {
        if (policy.bakeTime().isZero() || !takesNode(step) || !isOfTheLast(step.node())) {
            return Optional.empty();
        }
        Instant baked = state.clock().progressed().plus(policy.bakeTime());
        if (!state.clock().now().isBefore(baked)) {
            return Optional.empty();
        }
        return Optional.of(new Action.Wait(
                "The patched nodes are watched for " + Say.duration(policy.bakeTime()) + " before the last one, "
                        + step.node().orElseThrow() + ", is taken.",
                Optional.of(baked)));
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
