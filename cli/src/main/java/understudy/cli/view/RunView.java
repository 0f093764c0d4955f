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

    /** Shows nothing. */
    static RunView none() {
        return (Event event, State state) -> {};
    }
}
