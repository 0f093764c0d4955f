package understudy.engine.journal;

import understudy.core.model.RunId;

/** The answer to a wish to hold a run: it is ours, or a sentence about who has it. */
public sealed interface Hold {
    /** The run is ours until this is closed or this process ends, however it ends. */
    non-sealed interface Holder extends Hold, AutoCloseable {
        RunId run();

        @Override
        void close();
    }

    /**
     * A living process has the run.
     *
     * @param sentence names the process and says what to do next
     */
    record HeldBy(RunId run, String sentence) implements Hold {}
}
