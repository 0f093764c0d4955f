package understudy.driver.simulated.scenario;

/** The state of a node when a scenario begins. */
public enum NodeCondition {
    MEMBER,
    /** Somebody holds it from taking groups. */
    DRAINED,
    /** Somebody took it out of the cluster's hands. */
    MAINTENANCE,
    /** Out in good order. */
    DOWN,
    /** Gone without a word, and never coming back. */
    LOST,
    /** A member whose versions nobody can read. */
    UNREADABLE,
    /** A member whose packages were left half installed, beyond what installing again repairs. */
    BROKEN
}
