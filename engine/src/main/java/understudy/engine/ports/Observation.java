package understudy.engine.ports;

import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;

/** The answer to a look. */
public sealed interface Observation {
    /** The cluster answered; what it could not say is unknown inside. */
    record Seen(ClusterSnapshot snapshot) implements Observation {}

    /** No node gave a believable answer. */
    record NotSeen(Finding why) implements Observation {}
}
