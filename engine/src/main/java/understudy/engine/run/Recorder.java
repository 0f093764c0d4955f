package understudy.engine.run;

import java.util.List;
import understudy.core.run.Event;
import understudy.core.run.RunMachine;
import understudy.core.run.State;
import understudy.engine.ports.RunJournal;
import understudy.engine.ports.RunListener;

/** The one way in which a run's state changes: an event is durable first, then it counts, then it is told. */
final class Recorder {
    private final RunJournal journal;
    private final RunListener listener;
    private State state;

    Recorder(RunJournal journal, RunListener listener) {
        this.journal = journal;
        this.listener = listener;
        this.state = RunMachine.replay(journal.replay());
    }

    synchronized State state() {
        return state;
    }

    synchronized void record(Event... events) {
        journal.append(List.of(events));
        for (Event event : events) {
            state = RunMachine.apply(state, event);
            listener.recorded(event, state);
        }
    }
}
