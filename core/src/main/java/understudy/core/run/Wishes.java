package understudy.core.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * @param shelved a question that was put and is not open now; what is answered to it counts when it is put again
 * @param back the nodes that are taken back
 * @param firstYes by the question's id, who has said yes to it where the policy wants two people to
 */
public record Wishes(
        Optional<String> pausedBy,
        Optional<String> abortedBy,
        List<NodeId> skipped,
        List<String> seen,
        Optional<Question> open,
        Map<String, Answer> answers,
        Optional<Shelved> shelved,
        GoingBack back,
        Map<String, String> firstYes) {
    /** What a person said. */
    public record Answer(Question question, boolean yes, String by) {}

    /** A question on which the run has ended, and what a person has said to it since. */
    public record Shelved(Question question, Optional<Answer> answer) {}

    public Wishes {
        skipped = List.copyOf(skipped);
        seen = List.copyOf(seen);
        answers = Ordered.copy(answers);
        firstYes = Ordered.copy(firstYes);
    }

    static Wishes none() {
        return new Wishes(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                GoingBack.nowhere(),
                Map.of());
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
        return new Wishes(pausedBy, abortedBy, skipped, more, open, answers, shelved, back, firstYes);
    }

    Wishes paused(String by) {
        return new Wishes(Optional.of(by), abortedBy, skipped, seen, open, answers, shelved, back, firstYes);
    }

    Wishes aborted(String by) {
        return new Wishes(pausedBy, Optional.of(by), skipped, seen, open, answers, shelved, back, firstYes);
    }

    Wishes resumed() {
        return new Wishes(Optional.empty(), abortedBy, skipped, seen, open, answers, shelved, back, firstYes);
    }

    /** A refusal ended the run and is asked again; so is what was open. Those whom it goes together with may stand elsewhere by now. */
    Wishes reopened() {
        Optional<Question> last = open.or(() -> refusal().map(Answer::question)).filter(Wishes::isNoHold);
        Map<String, Answer> agreed = new LinkedHashMap<>(answers);
        agreed.values().removeIf(answer -> !answer.yes() || !isNoHold(answer.question()));
        return new Wishes(
                Optional.empty(),
                abortedBy,
                skipped,
                seen,
                Optional.empty(),
                agreed,
                last.map(question -> new Shelved(question, Optional.empty())).or(() -> shelved),
                back,
                firstYes);
    }

    private static boolean isNoHold(Question question) {
        return question.kind() != Question.Kind.HOLD;
    }

    Wishes skipping(NodeId node) {
        List<NodeId> more = new ArrayList<>(skipped);
        if (!more.contains(node)) {
            more.add(node);
        }
        return new Wishes(pausedBy, abortedBy, more, seen, Optional.empty(), answers, shelved, back, firstYes);
    }

    Wishes goingBack(GoingBack more) {
        return new Wishes(pausedBy, abortedBy, skipped, seen, Optional.empty(), answers, shelved, more, firstYes);
    }

    Wishes asked(Question question) {
        Optional<Shelved> others =
                shelved.filter(known -> !known.question().id().equals(question.id()));
        return new Wishes(pausedBy, abortedBy, skipped, seen, Optional.of(question), answers, others, back, firstYes);
    }

    Wishes answered(Answer answer) {
        Map<String, Answer> more = Walk.with(answers, answer.question().id(), answer);
        return new Wishes(pausedBy, abortedBy, skipped, seen, Optional.empty(), more, shelved, back, firstYes);
    }

    /** One of two people has said yes. */
    Wishes saidFirst(Answer answer) {
        Map<String, String> more = Walk.with(firstYes, answer.question().id(), answer.by());
        return new Wishes(pausedBy, abortedBy, skipped, seen, open, answers, shelved, back, more);
    }

    /** Somebody else has said yes to it before. */
    boolean isSecond(Answer answer) {
        String first = firstYes.get(answer.question().id());
        return first != null && !first.equals(answer.by());
    }

    Wishes answeredEarly(Answer answer) {
        Shelved known = new Shelved(answer.question(), Optional.of(answer));
        return new Wishes(pausedBy, abortedBy, skipped, seen, open, answers, Optional.of(known), back, firstYes);
    }

    /** What was said to the question before it was put again. */
    Optional<Answer> earlyAnswer(Question question) {
        return shelved.filter(known -> known.question().id().equals(question.id()))
                .flatMap(Shelved::answer);
    }
}
