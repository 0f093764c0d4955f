package understudy.cli.view;

import understudy.core.model.ClusterSnapshot;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.State;
import understudy.engine.ports.RunListener;

/** Something that shows a run while it goes on; closing it leaves the terminal as it was found. */
public interface RunView extends RunListener, AutoCloseable {
    @Override
    default void progress(StepId step, String sentence) {}

    @Override
    default void looked(ClusterSnapshot snapshot) {}

    @Override
    default void close() {}

    /** Tells both, the first before the second, and closes both. */
    static RunView both(RunView first, RunView second) {
        return new RunView() {
            @Override
            public void recorded(Event event, State state) {
                first.recorded(event, state);
                second.recorded(event, state);
            }

            @Override
            public void progress(StepId step, String sentence) {
                first.progress(step, sentence);
                second.progress(step, sentence);
            }

            @Override
            public void looked(ClusterSnapshot snapshot) {
                first.looked(snapshot);
                second.looked(snapshot);
            }

            @Override
            public void close() {
                first.close();
                second.close();
            }
        };
    }

    /** Shows nothing. */
    static RunView none() {
        return (Event event, State state) -> {};
    }
}
