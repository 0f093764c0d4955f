package understudy.engine.run;

import java.time.Instant;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;

/** Why a cluster is not taken over, and what next. */
final class TakeOverRefused {
    private TakeOverRefused() {}

    static RunRefused ofOther(RunId wanted, String run, String store, Instant until) {
        return new RunRefused(Finding.error(
                "LOCK-NOT-OF-RUN",
                "lock",
                "The cluster's lock is not that of run " + wanted + " but of run " + run + " of state store " + store
                        + ", until " + until + ".",
                "If that run is dead, take it over by its own name."));
    }

    static RunRefused unreadable(String reason) {
        return new RunRefused(Finding.error(
                "LOCK-NOT-READABLE",
                "lock",
                "Who has the cluster's lock could not be read from a partition with quorum: " + reason,
                "Try again as soon as the cluster answers with quorum."));
    }

    static RunRefused silent(NodeId node, String reason) {
        return new RunRefused(Finding.error(
                "NODE-JOBS-UNKNOWN",
                node.value(),
                "Whether a job of the run still lives on " + node + " is not known: " + reason,
                "Make " + node + " answer; or, if it is switched off for certain, leave it out with --without " + node
                        + "."));
    }
}
