package understudy.engine.run;

import understudy.core.model.Patch;
import understudy.core.procedure.Procedure;
import understudy.core.run.RunHeader;

/** What a run is given when it is opened, and again, unchanged, when it is resumed. */
public record RunInputs(RunHeader header, Procedure procedure, Patch patch, Mode mode) {
    /**
     * How this process carries the run.
     *
     * @param unattended nobody is there: confirmations count as given, other questions end the run, to be resumed
     * @param by who started or resumed it
     * @param store the state store's id, part of the lock's claim
     */
    public record Mode(boolean unattended, String by, String store) {}
}
