package understudy.engine.audit;

/**
 * A place where an audit is not what was written.
 *
 * @param line the line of the file that shows it, from 1; one more than there are where the end is missing
 * @param sentence what was done to which line
 */
public record Flaw(Kind kind, long line, String sentence) {
    /** What somebody did. */
    public enum Kind {
        /** A line has another content or another hash. */
        CHANGED,
        /** Lines that were there are not. */
        REMOVED,
        /** Lines that were not there are. */
        INSERTED,
        /** The last lines are missing, as the run's journal shows. */
        CUT_OFF,
        /** The chain is whole and is not the one that the run's journal knows. */
        REWRITTEN,
        /** It is the audit of another run. */
        OTHER_RUN
    }
}
