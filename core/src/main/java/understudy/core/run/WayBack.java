package understudy.core.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.planning.Condition;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;

/** The offer to take nodes back to the packages that they had, where what has failed speaks against the patch itself. */
final class WayBack {
    private static final String DID_NOT_START = "START-FAILED";

    private final State state;

    WayBack(State state) {
        this.state = state;
    }

    static boolean isOffer(Question question) {
        return question.kind() == Question.Kind.GO_BACK;
    }

    /** A group did not start where the patch is, and is home again as a rule: another attempt may cost another outage, so that it is asked about. */
    Optional<Action> afterHandover() {
        return state.walk().missed().stream()
                .flatMap(id -> state.walk().step(id).stream())
                .filter(this::speaksAgainstPatch)
                .map(step -> offer("back/" + step.id() + "/" + tried(step).count(), cause(step), step, changed()))
                .filter(offer -> !state.wishes().agreed(offer.id()))
                .findFirst()
                .map(Action.Ask::new);
    }

    /**
     * An installation of ours has failed and has left the packages of its node half done. Empty where that node has no way back, and where
     * nobody knows what became of the step: a loss of power says nothing against the patch, and a person looks first.
     */
    Optional<Question> afterInstall(String id, String why, List<Finding> refusal) {
        List<String> broken = refusal.stream()
                .filter(finding -> finding.code().equals(Passing.BROKEN))
                .map(Finding::subject)
                .toList();
        return state.walk().plan().stream()
                .flatMap(plan -> plan.steps().stream())
                .filter(step -> step.verb() instanceof Verb.Install && hasFailed(step))
                .filter(step -> step.node()
                        .filter(node -> broken.contains(node.value()) && mayGoBack(node))
                        .isPresent())
                .findFirst()
                .map(step -> offer(id, why, step, step.node().stream().toList()));
    }

    private boolean speaksAgainstPatch(Step step) {
        Optional<NodeId> to = step.destination().filter(this::mayGoBack);
        return step.verb() instanceof Verb.HandOver
                && to.isPresent()
                && step.needs().contains(new Condition.NodePatched(to.get()))
                && tried(step).last().orElse(new StepResult.Succeeded()) instanceof StepResult.Failed(Finding why)
                && why.code().equals(DID_NOT_START);
    }

    private boolean hasFailed(Step step) {
        return tried(step).last().filter(StepResult.Failed.class::isInstance).isPresent();
    }

    private boolean mayGoBack(NodeId node) {
        return state.withWayBack().contains(node) && !state.wishes().back().has(node);
    }

    /** Those that the patch's stages have been through; a node that is not among them has nothing to go back from. */
    private List<NodeId> changed() {
        List<NodeId> left = Lanes.unpatched(state.walk());
        return state.withWayBack().stream().filter(node -> !left.contains(node)).toList();
    }

    private Attempts tried(Step step) {
        return state.attempts()
                .getOrDefault(step.id(), Attempts.first(state.clock().now(), Optional.empty()));
    }

    private String cause(Step step) {
        return switch (tried(step).last().orElse(new StepResult.Succeeded())) {
            case StepResult.Succeeded() -> "";
            case StepResult.Failed(Finding why) -> why.sentence();
            case StepResult.Unknown(Finding why) -> why.sentence();
        };
    }

    private static Question offer(String id, String why, Step step, List<NodeId> nodes) {
        String names = nodes.stream().map(NodeId::value).collect(Collectors.joining(" and "));
        String they = nodes.size() == 1 ? "it" : "they";
        return new Question(
                id,
                Question.Kind.GO_BACK,
                why + " Shall " + names + " be taken back to the packages that " + they
                        + " had, which ends the run (`retry` tries step " + step.id() + " again)?",
                Optional.of(step.id()));
    }

    /** Yes was said to the offer. */
    static State agreed(State now, Question question) {
        Optional<Step> step = question.step().flatMap(now.walk()::step);
        if (step.isEmpty()) {
            return now;
        }
        WayBack way = new WayBack(now);
        boolean all = step.get().verb() instanceof Verb.HandOver;
        return all
                ? taken(now, way.changed(), way.cause(step.get()))
                : taken(now, step.get().node().stream().toList(), way.both(way.cause(step.get())));
    }

    /** Why the step failed, and what it has left; once where the one tells the other. */
    private String both(String cause) {
        String broken = broken();
        return broken.contains(cause) ? broken : (cause + " " + broken).strip();
    }

    /** What an installation has left half done, as the last look has told it. */
    private String broken() {
        return Optional.ofNullable(state.blocks().get(State.PLANNING)).stream()
                .flatMap(block -> block.findings().stream())
                .filter(finding -> finding.code().equals(Passing.BROKEN))
                .map(Finding::sentence)
                .findFirst()
                .orElse("");
    }

    /** The nodes are taken back, and the run ends with it. */
    static State taken(State now, List<NodeId> nodes, String why) {
        return now.goingBack(now.wishes().back().with(nodes, Optional.of(why)));
    }

    /** The step is to be tried again instead: what it was offered for is forgotten. */
    static State declined(State now, Question question, Event.RetryAsked retry) {
        var answer = new Wishes.Answer(question, true, retry.by());
        return now.wishing(now.wishes().answered(answer))
                .timed(now.clock().rowEnded())
                .unblocked(State.PLANNING);
    }
}
