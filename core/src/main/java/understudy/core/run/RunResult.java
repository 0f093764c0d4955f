package understudy.core.run;

/** How a run ended. */
public enum RunResult {
    /** Nothing is left to do. */
    FINISHED,
    /** Nothing is left that can be done, but a node was skipped or could not be seen. */
    INCOMPLETE,
    /** A rule, a limit or an answer ended it; it can be resumed. */
    STOPPED,
    /** Somebody ended it for good. */
    ABORTED,
    /** The nodes that were changed have the packages again that they had; somebody, or a bad patch, wanted it so. */
    TAKEN_BACK,
    /** Steps failed more often than the policy allows; it can be resumed once the cause is gone. */
    FAILED;

    /** True where {@code resume} goes on with the same run. */
    public boolean isResumable() {
        return this != FINISHED && this != ABORTED && this != TAKEN_BACK;
    }
}
