package understudy.core.run;

import java.time.Instant;
import java.util.Optional;
import understudy.core.model.StepId;
import understudy.core.run.Question.Kind;

/** How the wishes of people change a run; each counts once, by its own id. */
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
            case Event.RetryAsked retry -> retried(now, retry);
            case Event.QuestionAnswered answer -> answered(now, answer);
        };
    }

    private static State retried(State now, Event.RetryAsked retry) {
        Optional<Question> about = now.wishes()
                .open()
                .filter(question -> question.step().filter(retry.step()::equals).isPresent());
        return about.map(question -> agreed(now, question, retry.by(), retry.at()))
                .orElse(now);
    }

    private static State answered(State now, Event.QuestionAnswered answer) {
        Optional<Question> open =
                now.wishes().open().filter(question -> question.id().equals(answer.question()));
        if (open.isEmpty()) {
            return now;
        }
        return answer.yes()
                ? agreed(now, open.get(), answer.by(), answer.at())
                : now.wishing(now.wishes().answered(open.get(), false, answer.by()));
    }

    private static State agreed(State now, Question question, String by, Instant at) {
        State next = now.wishing(now.wishes().answered(question, true, by));
        return switch (question.kind()) {
            case CONFIRM, GO_NO_GO -> RunMachine.succeeded(next, question.step().orElseThrow(), at);
            case BLOCKED -> next.blocking(RunMachine.without(next.blocks(), blockedStep(question)));
            case NO_PROGRESS -> next.walking(next.walk().allowedToReplan());
            case STEP_FAILED, DOUBT -> next.timed(next.clock().retried());
            case PLAN_CHANGED, PRESENCE -> next;
        };
    }

    private static StepId blockedStep(Question question) {
        if (question.kind() != Kind.BLOCKED) {
            throw new IllegalArgumentException("Question " + question.id() + " is not about a block.");
        }
        return question.step().orElse(State.PLANNING);
    }
}
