package understudy.core.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import understudy.core.model.NodeId;
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
            case Event.AbortAsked abort -> Holds.aborted(now.wishing(wishes.aborted(abort.by())), abort.by());
            case Event.SkipAsked skip ->
                now.wishing(wishes.skipping(skip.node())).walking(now.walk().lookingAgain());
            case Event.GoBackAsked(var _, String _, Optional<NodeId> node, String by) ->
                node.isPresent()
                        ? leftBehind(now, node.get())
                        : WayBack.taken(now, now.withWayBack(), "The run was aborted by " + by + ".");
            case Event.RetryAsked retry -> retried(now, retry);
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
        if (question.kind() == Question.Kind.HOLD && wishes.abortedBy().isPresent()) {
            return Holds.aborted(put, wishes.abortedBy().get());
        }
        return wishes.earlyAnswer(question)
                .map(early -> settled(put, new Answer(question, early.yes(), early.by()), asked.at()))
                .orElse(put);
    }

    /** To try again says yes where that is the question, and confirms nothing. */
    private static Predicate<Question> isAbout(StepId step) {
        return question -> question.step().filter(step::equals).isPresent()
                && switch (question.kind()) {
                    case STEP_FAILED, DOUBT, BLOCKED, GO_BACK -> true;
                    case START, CONFIRM, GO_NO_GO, PLAN_CHANGED, NO_PROGRESS, PRESENCE, HOLD -> false;
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

    /** The node is taken back, and the run goes on without it. */
    private static State leftBehind(State now, NodeId node) {
        GoingBack back = now.wishes().back();
        State without =
                now.wishing(now.wishes().skipping(node)).walking(now.walk().lookingAgain());
        return now.withWayBack().contains(node)
                ? without.goingBack(back.with(List.of(node), Optional.empty()))
                : without;
    }

    /** To try again is an answer of its own to the question whether to go back. */
    private static State retried(State now, Event.RetryAsked retry) {
        Predicate<Question> meant = isAbout(retry.step());
        Optional<Question> offered = now.wishes().open().filter(meant).filter(WayBack::isOffer);
        return offered.map(question -> WayBack.declined(now, question, retry))
                .orElseGet(() -> answered(now, retry, meant, true));
    }

    private static State settled(State now, Answer answer, Instant at) {
        if (answer.question().kind() == Question.Kind.HOLD) {
            return Holds.answered(now, answer);
        }
        boolean wantsTwo = now.header().orElseThrow().policy().fourEyes();
        if (wantsTwo && answer.yes() && !now.wishes().isSecond(answer)) {
            return now.wishing(now.wishes().saidFirst(answer));
        }
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
            case GO_BACK -> WayBack.agreed(next, question);
            case START, PLAN_CHANGED, PRESENCE, HOLD -> next;
        };
    }
}
