package understudy.cli.wiring;

import java.util.function.Consumer;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.Hold;
import understudy.core.run.State;
import understudy.engine.ports.RunListener;

/** Tells whoever carries several runs of each hold to which one of them comes. */
record HoldListener(RunListener next, Consumer<Hold> held) implements RunListener {
    @Override
    public void recorded(Event event, State known) {
        next.recorded(event, known);
        if (event instanceof Event.QuestionAsked asked) {
            Hold.of(asked.question()).ifPresent(held);
        }
    }

    @Override
    public void progress(StepId step, String sentence) {
        next.progress(step, sentence);
    }

    @Override
    public void looked(ClusterSnapshot snapshot) {
        next.looked(snapshot);
    }
}
