package understudy.driver.pacemaker.lock;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import understudy.core.model.RunId;
import understudy.engine.ports.ClusterLock.Claim;

/**
 * What stands in the cluster's lock, as one value, so that it changes as a whole.
 *
 * @param token rises with every claim, and stays when the lock is given up
 * @param holder empty where nobody holds it
 */
record LockValue(long token, Optional<Holder> holder) {
    /** Who holds it, and until when. */
    record Holder(String run, String store, Instant until) {}

    static LockValue held(long token, Claim claim, Instant until) {
        return new LockValue(token, Optional.of(new Holder(claim.run().value(), claim.store(), until)));
    }

    static LockValue free(long token) {
        return new LockValue(token, Optional.empty());
    }

    /** Reads the value; empty where it has not our form. */
    static Optional<LockValue> parse(String text) {
        var words = text.split(" ", 5);
        if (!words[0].matches("[0-9]{1,18}") || (words.length != 1 && words.length != 4)) {
            return Optional.empty();
        }
        long token = Long.parseLong(words[0]);
        if (words.length == 1) {
            return Optional.of(free(token));
        }
        try {
            return Optional.of(
                    new LockValue(token, Optional.of(new Holder(words[1], words[2], Instant.parse(words[3])))));
        } catch (DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }

    String text() {
        return token
                + holder.map(one -> " " + one.run + " " + one.store + " " + one.until)
                        .orElse("");
    }

    /** The same run from the same store, or nobody, or somebody whose lease has ended. */
    boolean mayBeTakenBy(Claim claim, Instant now) {
        return holder.isEmpty() || isHeldBy(claim) || !holder.get().until.isAfter(now);
    }

    /** The run has it, from whatever store. */
    boolean isOf(RunId run) {
        return holder.filter(one -> one.run.equals(run.value())).isPresent();
    }

    boolean isHeldBy(Claim claim) {
        return holder.filter(one -> one.run.equals(claim.run().value()) && one.store.equals(claim.store()))
                .isPresent();
    }
}
