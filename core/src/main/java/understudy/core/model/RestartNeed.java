package understudy.core.model;

/** Whether a node asks to be restarted before its patch counts, and why. */
public sealed interface RestartNeed {
    /** Nothing asks for a restart. */
    record NotNeeded() implements RestartNeed {}

    /** The system, a package, or a service that still maps replaced files asks for one. */
    record Needed(String reason) implements RestartNeed {}

    /** It could not be seen. */
    record Unknown(String reason) implements RestartNeed {}
}
