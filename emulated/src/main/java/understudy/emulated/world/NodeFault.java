package understudy.emulated.world;

/** Something that goes wrong on a node, because somebody wants to see what comes of it. */
public enum NodeFault {
    /** A rollup ends half way: it has stopped and disabled the services and has applied nothing. */
    ROLLUP_BREAKS,
    /** An installer finds files in use, says so in its log only, and leaves the old ones. */
    FILES_IN_USE,
    /** A rollup asks for a restart. */
    ROLLUP_ASKS_FOR_RESTART,
    /** Setup ends in an error and leaves its watermark. */
    SETUP_BREAKS,
    /** Setup ends well and says in the event log that a part of it has failed. */
    SETUP_FAILS_IN_THE_EVENT_LOG,
    /** The administrator's snap-in does not load; this stays so until it is mended. */
    SHELL_DOES_NOT_OPEN
}
