package understudy.driver.exchange.trial;

import understudy.core.model.ClusterSnapshot;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.State;
import understudy.engine.ports.RunListener;

/** Hears of steps, and of questions for somebody who answers them. */
record Listening(Steps steps, YesMan yes) implements RunListener {
    @Override
    public void recorded(Event event, State state) {
        if (event instanceof Event.QuestionAsked question) {
            yes.hear(question);
        }
        steps.recorded(event, state);
    }

    @Override
    public void progress(StepId step, String sentence) {
        // Nobody reads it.
    }

    @Override
    public void looked(ClusterSnapshot snapshot) {
        // Nobody reads it.
    }
}
