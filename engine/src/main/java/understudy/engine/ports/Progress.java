package understudy.engine.ports;

/** What a probe finds of an action that was given out before an interruption. */
public sealed interface Progress {
    /** It surely never started. */
    record NotStarted() implements Progress {}

    /** It is under way: performing it again attaches to it. */
    record Running() implements Progress {}

    /** It ended with this outcome. */
    record Ended(Outcome outcome) implements Progress {}

    /** Nobody knows: look at the cluster. */
    record Unknown(String reason) implements Progress {}
}
