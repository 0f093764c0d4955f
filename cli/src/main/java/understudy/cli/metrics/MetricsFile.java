package understudy.cli.metrics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import understudy.cli.view.RunView;
import understudy.cli.wiring.WholeFile;
import understudy.core.run.Event;
import understudy.core.run.State;

/**
 * Keeps a run's figures in a file for Prometheus, as the textfile collector of its node exporter reads it: written anew after each event,
 * and put in place by a rename, so that no reader sees half of it. The run never stops because of it.
 */
public final class MetricsFile implements RunView {
    private final WholeFile file;
    private Optional<IOException> failure = Optional.empty();

    private MetricsFile(WholeFile file) {
        this.file = file;
    }

    /**
     * Makes sure that the file can be written, but leaves what is there until the run has begun.
     *
     * @throws WholeFile.Foreign where something else lies in its place
     */
    public static MetricsFile at(Path path) throws IOException {
        WholeFile file = new WholeFile(path, RunFigures.FIRST);
        file.tryOut();
        return new MetricsFile(file);
    }

    @Override
    public synchronized void recorded(Event event, State state) {
        if (state.header().isEmpty()) {
            return;
        }
        try {
            file.write(RunFigures.of(state));
            failure = Optional.empty();
        } catch (IOException unwritable) {
            failure = Optional.of(unwritable);
        }
    }

    /** Why the file does not hold the run's last figures; empty if it does. */
    public synchronized Optional<String> staleness() {
        return failure.map(why ->
                "The figures in " + file.path() + " are not the run's last, because the file could not be written ("
                        + why.getClass().getSimpleName() + " " + why.getMessage() + ").");
    }
}
