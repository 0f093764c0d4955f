package understudy.cli.commands;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Memory;
import understudy.cli.wiring.Preparation;
import understudy.engine.journal.StateStore;

/** Where runs are kept: {@code --state}, else {@code $XDG_STATE_HOME/understudy}, else {@code ~/.local/state/understudy}. */
public final class StateOption {
    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = "Where runs are kept; by default under $XDG_STATE_HOME.")
    private Optional<Path> folder = Optional.empty();

    public StateStore open() {
        return StateStore.open(folder.orElseGet(StateOption::usual));
    }

    /** What earlier runs of the same kind have shown; looking makes no folder. */
    Preparation.Before before(Assignment assignment) {
        Path known = folder.orElseGet(StateOption::usual);
        if (!StateStore.isIn(known)) {
            return Preparation.Before.nothing();
        }
        try (StateStore store = StateStore.open(known)) {
            return new Preparation.Before(Optional.empty(), Memory.of(store, assignment));
        }
    }

    private static Path usual() {
        String state = System.getenv("XDG_STATE_HOME");
        Path root = state == null || state.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return root.resolve("understudy");
    }
}
