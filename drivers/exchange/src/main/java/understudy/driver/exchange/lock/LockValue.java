package understudy.driver.exchange.lock;

import java.time.Instant;
import java.util.Optional;
import understudy.core.model.RunId;
import understudy.engine.ports.ClusterLock.Claim;

/**
 * What stands in the cluster's lock, as one word, so that it changes as a whole.
 *
 * @param token rises with every claim, and stays when the lock is given up
 * @param holder empty where nobody holds it
 */
record LockValue(long token, Optional<Holder> holder) {
    private static final String WORD = "[A-Za-z0-9._-]{1,100}";

    /** Who holds it, and until when. */
    record Holder(String run, String store, Instant until) {}

    static LockValue held(long token, Claim claim, Instant until) {
        if (!claim.store().matches(WORD)) {
            throw new IllegalArgumentException(
                    "A state store's id is a word of letters, digits, dots and dashes: " + claim.store());
        }
        return new LockValue(token, Optional.of(new Holder(claim.run().value(), claim.store(), until)));
    }

    static LockValue free(long token) {
        return new LockValue(token, Optional.empty());
    }

    /** Reads the value; empty where it has not our form. */
    static Optional<LockValue> parse(String text) {
        var words = text.split("/", -1);
        if (!words[0].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        long token = Long.parseLong(words[0]);
        if (words.length == 1) {
            return Optional.of(free(token));
        }
        boolean ours = words.length == 4 && words[3].matches("[0-9]{1,15}");
        return ours
                ? Optional.of(new LockValue(
                        token,
                        Optional.of(new Holder(words[1], words[2], Instant.ofEpochMilli(Long.parseLong(words[3]))))))
                : Optional.empty();
    }

    String text() {
        return token
                + holder.map(one -> "/" + one.run + "/" + one.store + "/" + one.until.toEpochMilli())
                        .orElse("");
    }

    boolean mayBeTakenBy(Claim claim, Instant now) {
        return holder.isEmpty() || isHeldBy(claim) || !holder.get().until.isAfter(now);
    }

    boolean isOf(RunId run) {
        return holder.filter(one -> one.run.equals(run.value())).isPresent();
    }

    boolean isHeldBy(Claim claim) {
        return holder.filter(one -> one.run.equals(claim.run().value()) && one.store.equals(claim.store()))
                .isPresent();
    }
}
