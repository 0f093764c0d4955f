package understudy.remote;

/**
 * What came of a command that was given to a node: it ended, it surely never began, or nobody knows.
 *
 * <p>The difference between {@link NotSent} and {@link Lost} is what the run's safety stands on: after the first the
 * command may be given again, after the second the node must be looked at.
 */
public sealed interface Answer {

    /**
     * The command ran and ended.
     *
     * @param exit its exit code; 128 and the signal's number where a signal ended it
     * @param output what it wrote to standard output, as UTF-8, up to the command's limit
     * @param error what it wrote to standard error, as UTF-8, up to 64 KiB
     * @param truncated whether anything may be missing from either: beyond a limit, or still to come from something that
     *     it left running with its output in hand
     */
    record Finished(int exit, String output, String error, boolean truncated) implements Answer {
        /** Whether it exited with 0. A command's word is not a proof: observe what it should have changed. */
        public boolean succeeded() {
            return exit == 0;
        }
    }

    /** The command did not end before our eyes. */
    sealed interface Unanswered extends Answer {
        /** One sentence: what, on which node, why, what next. */
        String reason();
    }

    /** The command surely did not run: no connection, no login, no channel. */
    record NotSent(String reason) implements Unanswered {}

    /** The command may have run, wholly, in part, or still. */
    record Lost(String reason) implements Unanswered {}
}
