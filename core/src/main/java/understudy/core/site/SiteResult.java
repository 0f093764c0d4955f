package understudy.core.site;

/** How a site run has ended. */
public enum SiteResult {
    /** Every member is patched. */
    FINISHED,
    /** All that could be done is done, but members failed, were skipped or out of reach. */
    INCOMPLETE,
    /** A question stayed open, or was answered with no; it can be resumed. */
    STOPPED,
    /** Somebody ended it for good. */
    ABORTED
}
