package understudy.engine.run;

import java.util.List;
import java.util.Optional;
import understudy.engine.ports.ManualCommand;

/**
 * One step of a run, or one thing that it must give back, as a person does it.
 *
 * @param what the step's id, the ledger entry's id, or {@code lock}
 * @param why one sentence
 * @param warning what clients notice of it; empty where they notice nothing
 * @param underWay it was given out by the run and may still go on: look first
 */
public record ManualPart(
        String what, String why, Optional<String> warning, boolean underWay, List<ManualCommand> commands) {
    public ManualPart {
        commands = List.copyOf(commands);
    }
}
