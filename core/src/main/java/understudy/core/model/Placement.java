package understudy.core.model;

/** How many nodes serve a group at once, and so what counts as its outage. */
public sealed interface Placement {
    /** One owner; it is served while that owner serves it. */
    record Single() implements Placement {}

    /** A clone or load-balanced set, served while at least {@code least} nodes serve it. */
    record Spread(int least) implements Placement {}

    /** Copies on several nodes of which one is promoted and owns it; handed over by promotion elsewhere. */
    record Promotable() implements Placement {}
}
