package understudy.core.run;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import understudy.core.model.StepId;
import understudy.core.run.Wishes.Answer;

/** How the wishes of people change a run, each once, by its own id; and how questions are put and answered. */
final class Requests {
    private Requests() {}

    static State apply(State state, Event.Request request) {
        if (state.wishes().seen().contains(request.request())) {
            return state;
        }
        State now = state.wishing(state.wishes().seen(request.request()));
        Wishes wishes = now.wishes();
        return switch (request) {
            case Event.PauseAsked pause -> now.wishing(wishes.paused(pause.by()));
            case Event.ResumeAsked _ ->
                now.wishing(wishes.resumed()).walking(now.walk().lookingAgain());
            case Event.AbortAsked abort -> now.wishing(wishes.aborted(abort.by()));
            case Event.SkipAsked skip ->
                now.wishing(wishes.skipping(skip.node())).walking(now.walk().lookingAgain());
            case Event.RetryAsked retry -> answered(now, retry, isAbout(retry.step()), true);
            case Event.QuestionAnswered answer ->
                answered(now, answer, question -> question.id().equals(answer.question()), answer.yes());
        };
    }

    /** A question that is known already changes nothing; one that was answered while it was not open is answered at once. */
    static State asked(State now, Event.QuestionAsked asked) {
        Question question = asked.question();
        Wishes wishes = now.wishes();
        if (wishes.open().isPresent() || wishes.answers().containsKey(question.id())) {
            return now;
        }
        State put = now.wishing(wishes.asked(question));
        return wishes.earlyAnswer(question)
                .map(early -> settled(put, new Answer(question, early.yes(), early.by()), asked.at()))
                .orElse(put);
    }

    /** To try again says yes where that is the question, and confirms nothing. */
    private static Predicate<Question> isAbout(StepId step) {
        return question -> question.step().filter(step::equals).isPresent()
                && switch (question.kind()) {
                    case STEP_FAILED, DOUBT, BLOCKED -> true;
                    case CONFIRM, GO_NO_GO, PLAN_CHANGED, NO_PROGRESS, PRESENCE -> false;
                };
    }

    private static State answered(State now, Event.Request request, Predicate<Question> meant, boolean yes) {
        Optional<Question> open = now.wishes().open().filter(meant);
        if (open.isPresent()) {
            return settled(now, new Answer(open.get(), yes, request.by()), request.at());
        }
        return now.wishes()
                .shelved()
                .map(Wishes.Shelved::question)
                .filter(meant)
                .map(question -> now.wishing(now.wishes().answeredEarly(new Answer(question, yes, request.by()))))
                .orElse(now);
    }

    private static State settled(State now, Answer answer, Instant at) {
        State next = now.wishing(now.wishes().answered(answer));
        return answer.yes() ? agreed(next, answer.question(), at) : next;
    }

    private static State agreed(State next, Question question, Instant at) {
        return switch (question.kind()) {
            case CONFIRM, GO_NO_GO ->
                question.step()
                        .map(step -> StepEvents.succeeded(next, step, at))
                        .orElse(next);
            case BLOCKED -> next.unblocked(question.step().orElse(State.PLANNING));
            case NO_PROGRESS -> next.walking(next.walk().allowedToReplan());
            case STEP_FAILED, DOUBT -> next.timed(next.clock().rowEnded());
            case PLAN_CHANGED, PRESENCE -> next;
        };
    }
}
