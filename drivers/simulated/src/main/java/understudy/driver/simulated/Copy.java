package understudy.driver.simulated;

/** One group on one node, and how far it is up. */
final class Copy {
    /** What a copy is doing. */
    enum Phase {
        STARTING,
        UP,
        PROMOTING,
        DEMOTING,
        STOPPING,
        /** A package's own script has stopped it for a while. */
        INTERRUPTED,
        /** It did not come up, or broke. */
        FAILED,
        /** Its node has gone without a word. */
        LOST
    }

    final SimulatedNode node;
    Phase phase;
    boolean promoted;

    Copy(SimulatedNode node, Phase phase) {
        this.node = node;
        this.phase = phase;
    }

    /** Nothing goes on with it, so that the cluster may decide anew. */
    boolean isSettled() {
        return switch (phase) {
            case UP, FAILED -> true;
            case STARTING, PROMOTING, DEMOTING, STOPPING, INTERRUPTED, LOST -> false;
        };
    }
}
