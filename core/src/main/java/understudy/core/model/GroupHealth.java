package understudy.core.model;

/** The state of a group as a whole. */
public enum GroupHealth {
    /** Every part of it runs where it should. */
    ONLINE,
    /** Stopped by an administrator's wish: it has no outage to lose and stays stopped. */
    STOPPED,
    /** On its way up, down or over. */
    CHANGING,
    /** Should run and does not, or only in part. */
    FAILED,
    /** Not seen. */
    UNKNOWN
}
