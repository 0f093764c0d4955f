package understudy.engine.ports;

import java.time.Duration;
import java.time.Instant;
import understudy.core.model.RunId;

/**
 * The cluster's own record of who is patching it: taken by compare-and-set in the cluster's configuration, with a token that
 * only rises. It counts only as read from a partition with quorum, and is never renewed inside a handover.
 */
public interface ClusterLock {
    /**
     * Who claims it.
     *
     * @param store the state store's id: {@code resume} from the same store need not wait for the lease's end
     */
    record Claim(RunId run, String store, Duration lease) {}

    /** What came of a claim. */
    sealed interface Answer {
        /** It is ours until then. */
        record Held(long token, Instant until) implements Answer {}

        /** Another run has it. */
        record HeldByOther(String run, String store, Instant until) implements Answer {}

        /** Nobody can tell: no quorum, no answer. */
        record Unknown(String reason) implements Answer {}
    }

    /** Who has it now, as a look shows. */
    sealed interface Holder {
        /** Nobody has it, or it was never taken. */
        record Nobody() implements Holder {}

        /** This run of this store has it, or had it until then. */
        record By(String run, String store, Instant until) implements Holder {}

        /** Nobody can tell: no quorum, no answer. */
        record Unknown(String reason) implements Holder {}
    }

    /** Who has it; changes nothing. */
    Holder holder();

    /**
     * Makes the lock of the claim's run ours whatever store it belongs to and however long its lease still lasts, with a higher token
     * (safety rule 4). For a run that is dead: only a person can know that.
     */
    Answer takeOver(Claim claim);

    /** Takes it, or takes it again if it is ours or its lease has ended. */
    Answer take(Claim claim);

    /** Lengthens the lease; refused where the token is no longer ours. */
    Answer renew(Claim claim, long token);

    /** Gives it up; removes nothing that is not ours. */
    Outcome giveUp(Claim claim, long token);
}
