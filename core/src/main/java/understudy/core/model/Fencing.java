package understudy.core.model;

/** Whether the cluster can power a lost node off, seen before anything relies on it. */
public sealed interface Fencing {
    /** It is enabled and its last proof was good. */
    record Works() implements Fencing {}

    /** It is switched off or there is no device. */
    record Absent() implements Fencing {}

    /** It is there and its last proof was bad. */
    record Fails(String reason) implements Fencing {}

    /** Not seen. */
    record Unknown(String reason) implements Fencing {}
}
