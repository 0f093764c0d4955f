package understudy.cli.commands;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import understudy.cli.wiring.RunOffice;
import understudy.cli.wiring.StateJournal;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.engine.journal.StateStore;

/** A run that a command reads from the state directory. */
public final class KeptRun {
    @Parameters(paramLabel = "RUN", converter = RunNames.class)
    @SuppressWarnings("NullAway.Init")
    private RunId run;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private StateOption state;

    RunId id() {
        return run;
    }

    StateStore open() {
        return state.open();
    }

    StateJournal journal(StateStore store) {
        return journal(store, run);
    }

    /** The journal of a run that the state directory knows. */
    static StateJournal journal(StateStore store, RunId run) {
        String cluster = new RunOffice(store)
                .words(run)
                .orElseThrow(() -> RunNames.unknown(run))
                .cluster();
        return StateJournal.of(store, run, cluster);
    }

    List<Event> events() {
        try (StateStore store = open()) {
            List<Event> events = journal(store).replay();
            if (events.isEmpty()) {
                throw RunNames.neverBegan(run);
            }
            return events;
        }
    }
}
