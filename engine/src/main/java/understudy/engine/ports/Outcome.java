package understudy.engine.ports;

import understudy.core.model.Finding;

/** What came of a command: a word, not a proof. */
public sealed interface Outcome {
    /**
     * The command says that it was done.
     *
     * @param note what is worth telling, may be empty
     */
    record Succeeded(String note) implements Outcome {}

    /** It surely did not happen, or ended in a known failure. */
    record Failed(Finding why) implements Outcome {}

    /** It may have happened. */
    record Unknown(Finding why) implements Outcome {}
}
