package understudy.cli.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.Question;

/** Gathers what people were asked and what they asked for. */
final class People {
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final List<Wish> wishes = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    void take(Event event) {
        switch (event) {
            case Event.QuestionAsked(Instant at, Question question) ->
                asked.putIfAbsent(question.id(), new Asked(at, question, java.util.Optional.empty()));
            case Event.Request request -> {
                // A wish may be delivered more than once; it counts once, by its id.
                if (seen.add(request.request())) {
                    take(request);
                }
            }
            case Event other -> {}
        }
    }

    List<Asked> questions() {
        return List.copyOf(asked.values());
    }

    List<Wish> wishes() {
        return List.copyOf(wishes);
    }

    private void take(Event.Request request) {
        switch (request) {
            case Event.QuestionAnswered answer ->
                asked.computeIfPresent(
                        answer.question(),
                        (id, open) -> open.answered(new Asked.Answer(answer.at(), answer.yes(), answer.by())));
            case Event.RetryAsked retry -> {
                wish(retry, "another try at " + retry.step());
                retried(retry, retry.step());
            }
            case Event.PauseAsked pause -> wish(pause, "a pause at the next safe place");
            case Event.ResumeAsked resume -> wish(resume, "to go on");
            case Event.SkipAsked skip -> wish(skip, "to leave node " + skip.node() + " out");
            case Event.GoBackAsked back ->
                wish(
                        back,
                        back.node()
                                .map(node -> "node " + node + " taken back and left out")
                                .orElse("every node taken back, and the end"));
            case Event.AbortAsked abort -> wish(abort, "the end at the next safe place");
        }
    }

    /** Another try is the answer yes to the open question about its step. */
    private void retried(Event.RetryAsked retry, StepId step) {
        asked.replaceAll((id, open) -> open.answer().isEmpty()
                        && open.question().kind() != Question.Kind.GO_BACK
                        && open.question().step().filter(step::equals).isPresent()
                ? open.answered(new Asked.Answer(retry.at(), true, retry.by()))
                : open);
    }

    private void wish(Event.Request request, String what) {
        wishes.add(new Wish(request.at(), what, request.by()));
    }
}
