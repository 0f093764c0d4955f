package understudy.core.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.core.model.Policy;
import understudy.core.planning.Stage;
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

    /** The question whether they may go; it is put when the others have been watched, not before. */
    static boolean asks(Step step) {
        return step.verb() instanceof Verb.Confirm && step.source().id().equals("go-no-go");
    }

    Optional<Action> gate(Step step) {
        if (policy.bakeTime().isZero() || !begins(step) || !isLastStage()) {
            return Optional.empty();
        }
        Instant baked = state.clock().progressed().plus(policy.bakeTime());
        if (!state.clock().now().isBefore(baked)) {
            return Optional.empty();
        }
        String last = String.join(
                ", ", Lanes.unpatched(state.walk()).stream().map(NodeId::value).toList());
        return Optional.of(new Action.Wait(
                "The patched nodes are watched for " + Say.duration(policy.bakeTime()) + " before the last, " + last
                        + ", is taken.",
                Optional.of(baked)));
    }

    /** Their own visits take nothing from the time in which the others are watched, and neither do questions. */
    boolean isOwn(Step step) {
        boolean visits = state.walk().current().stream()
                .flatMap(stage -> stage.tracks().stream())
                .anyMatch(track -> track.steps().contains(step));
        return step.verb() instanceof Verb.Confirm || (visits && isLastStage());
    }

    private boolean begins(Step step) {
        return asks(step) || (takesNode(step) && isLeft(step));
    }

    private boolean isLeft(Step step) {
        return step.node().filter(Lanes.unpatched(state.walk())::contains).isPresent();
    }

    /** The stage that is walked takes every node that is left, and others are patched already. */
    private boolean isLastStage() {
        List<NodeId> taken = Lanes.installs(state.walk().current().map(Stage::steps).orElse(List.of()).stream());
        int all = state.header().orElseThrow().targets().byNode().size();
        return !taken.isEmpty() && taken.size() < all && taken.containsAll(Lanes.unpatched(state.walk()));
    }

    private static boolean takesNode(Step step) {
        return step.verb() instanceof Verb.Drain
                || step.verb() instanceof Verb.LeaveCluster
                || step.verb() instanceof Verb.Install;
    }
}
