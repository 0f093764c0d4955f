package understudy.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.core.model.Ordered;

/**
 * What people have asked of a run, and what it has asked them.
 *
 * @param pausedBy empty while nobody has paused it
 * @param abortedBy empty while nobody has aborted it
 * @param seen the ids of the requests that have counted
 * @param open the question that waits for its answer
 * @param answers by the question's id
 */
public record Wishes(
        Optional<String> pausedBy,
        Optional<String> abortedBy,
        List<NodeId> skipped,
        List<String> seen,
        Optional<Question> open,
        Map<String, Answer> answers) {
    /** What a person said. */
    public record Answer(Question question, boolean yes, String by) {}

    public Wishes {
        skipped = List.copyOf(skipped);
        seen = List.copyOf(seen);
        answers = Ordered.copy(answers);
    }

    static Wishes none() {
        return new Wishes(Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty(), Map.of());
    }

    boolean agreed(String question) {
        Answer answer = answers.get(question);
        return answer != null && answer.yes();
    }

    Optional<Answer> refusal() {
        return answers.values().stream().filter(answer -> !answer.yes()).findFirst();
    }

    Wishes seen(String request) {
        List<String> more = new ArrayList<>(seen);
        more.add(request);
        return new Wishes(pausedBy, abortedBy, skipped, more, open, answers);
    }

    Wishes paused(String by) {
        return new Wishes(Optional.of(by), abortedBy, skipped, seen, open, answers);
    }

    Wishes aborted(String by) {
        return new Wishes(pausedBy, Optional.of(by), skipped, seen, open, answers);
    }

    Wishes resumed() {
        return new Wishes(Optional.empty(), abortedBy, skipped, seen, open, answers);
    }

    Wishes reopened() {
        List<String> refused = answers.entrySet().stream()
                .filter(entry -> !entry.getValue().yes())
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Answer> agreed = new java.util.LinkedHashMap<>(answers);
        refused.forEach(agreed::remove);
        return new Wishes(Optional.empty(), abortedBy, skipped, seen, Optional.empty(), agreed);
    }

    Wishes skipping(NodeId node) {
        List<NodeId> more = new ArrayList<>(skipped);
        if (!more.contains(node)) {
            more.add(node);
        }
        return new Wishes(pausedBy, abortedBy, more, seen, Optional.empty(), answers);
    }

    Wishes asked(Question question) {
        return new Wishes(pausedBy, abortedBy, skipped, seen, Optional.of(question), answers);
    }

    Wishes answered(Question question, boolean yes, String by) {
        Map<String, Answer> more = Walk.with(answers, question.id(), new Answer(question, yes, by));
        return new Wishes(pausedBy, abortedBy, skipped, seen, Optional.empty(), more);
    }
}
