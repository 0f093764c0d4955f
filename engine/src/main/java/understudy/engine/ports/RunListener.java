package understudy.engine.ports;

import understudy.core.model.ClusterSnapshot;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.State;

/** Watches a run for the live view; it is told after the fact and cannot change anything. It may be called from several threads. */
public interface RunListener {
    /** An event is durable, and this is the state that it made. */
    void recorded(Event event, State state);

    /** A sentence from a step that is under way. */
    void progress(StepId step, String sentence);

    /** The cluster was looked at. */
    void looked(ClusterSnapshot snapshot);

    /** A run that nobody watches. */
    static RunListener none() {
        return new RunListener() {
            @Override
            public void recorded(Event event, State state) {}

            @Override
            public void progress(StepId step, String sentence) {}

            @Override
            public void looked(ClusterSnapshot snapshot) {}
        };
    }
}
