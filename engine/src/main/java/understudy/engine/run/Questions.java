package understudy.engine.run;

import java.util.Optional;
import understudy.core.run.Action;
import understudy.core.run.Event;
import understudy.core.run.Question;
import understudy.core.run.RunResult;
import understudy.core.run.State;
import understudy.engine.ports.RunTime;

/** Puts a question to people; where nobody is there, confirmations count as given, what is bad is taken back, and everything else ends the run. */
final class Questions {
    private final Recorder recorder;
    private final RunTime time;
    private final RunInputs.Mode mode;

    Questions(Recorder recorder, RunTime time, RunInputs.Mode mode) {
        this.recorder = recorder;
        this.time = time;
        this.mode = mode;
    }

    /** Asks once. */
    void ask(Question question) {
        State state = recorder.state();
        boolean open = state.wishes().open().filter(question::equals).isPresent();
        if (!open) {
            recorder.record(new Event.QuestionAsked(time.instant(), question));
            if (question.kind() == Question.Kind.START) {
                yes("started/" + mode.by(), question);
            }
        }
    }

    /** The end of the run where nobody can answer. */
    Optional<Action.Finish> unanswered(Question question) {
        if (!mode.unattended()) {
            return Optional.empty();
        }
        return switch (question.kind()) {
            case CONFIRM, GO_NO_GO, GO_BACK -> {
                yes("unattended/" + question.id(), question);
                boolean wantsAnother = recorder.state()
                        .wishes()
                        .open()
                        .filter(question::equals)
                        .isPresent();
                yield wantsAnother ? second(question) : Optional.empty();
            }
            case START -> second(question);
            case HOLD -> Optional.empty();
            case PLAN_CHANGED, NO_PROGRESS, DOUBT, BLOCKED, PRESENCE -> stop(RunResult.STOPPED, question);
            case STEP_FAILED -> stop(RunResult.FAILED, question);
        };
    }

    private void yes(String request, Question question) {
        recorder.record(new Event.QuestionAnswered(time.instant(), request, question.id(), true, mode.by()));
    }

    private Optional<Action.Finish> second(Question question) {
        String run = recorder.state().header().orElseThrow().run().value();
        return Optional.of(new Action.Finish(
                RunResult.STOPPED,
                question.text() + " " + mode.by() + " has said yes, and nobody else is there, so the run ends here:"
                        + " somebody else says `understudy approve " + run + " " + question.id()
                        + "`, then it is resumed."));
    }

    private static Optional<Action.Finish> stop(RunResult result, Question question) {
        return Optional.of(new Action.Finish(
                result, question.text() + " Nobody is there to answer, so the run ends here; resume it to go on."));
    }
}
