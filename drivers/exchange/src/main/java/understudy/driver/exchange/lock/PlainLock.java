package understudy.driver.exchange.lock;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import understudy.core.model.Finding;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Outcome;

/**
 * The lock as one word in a place that is read and written from one management host. There is no compare-and-set in programs of that time:
 * what was written is read again, so that of two who write at once one sees the other at the latest when it renews.
 */
public final class PlainLock implements ClusterLock {
    private static final int ATTEMPTS = 6;

    private final Place place;
    private final InstantSource clock;

    /** Where the word stands. */
    public interface Place {
        /** What stands there, empty text for nothing; empty where nobody knows. */
        Optional<String> read();

        /** Writes it; false where nobody knows whether it was written. */
        boolean write(String text);
    }

    public PlainLock(Place place, InstantSource clock) {
        this.place = place;
        this.clock = clock;
    }

    @Override
    public Holder holder() {
        return place.read()
                .<Holder>map(text -> LockValue.parse(text)
                        .flatMap(LockValue::holder)
                        .<Holder>map(one -> new Holder.By(one.run(), one.store(), one.until()))
                        .orElse(new Holder.Nobody()))
                .orElse(new Holder.Unknown("The lock could not be read."));
    }

    @Override
    public Answer take(Claim claim) {
        return claim(claim, value -> value.mayBeTakenBy(claim, clock.instant()));
    }

    @Override
    public Answer takeOver(Claim claim) {
        return claim(claim, value -> value.isOf(claim.run()) || value.mayBeTakenBy(claim, clock.instant()));
    }

    private Answer claim(Claim claim, Predicate<LockValue> mayHave) {
        var text = place.read();
        if (text.isEmpty()) {
            return new Answer.Unknown("The lock could not be read.");
        }
        var value = LockValue.parse(text.get());
        if (!text.get().isEmpty() && value.isEmpty()) {
            return new Answer.Unknown("The lock's place holds " + text.get() + ", which is not ours.");
        }
        boolean may = value.map(mayHave::test).orElse(true);
        long token = value.map(LockValue::token).orElse(0L) + 1;
        return may ? write(claim, token) : heldByOther(value);
    }

    @Override
    public Answer renew(Claim claim, long token) {
        var text = place.read();
        if (text.isEmpty()) {
            return new Answer.Unknown("The lock could not be read.");
        }
        var value = LockValue.parse(text.get());
        boolean ours =
                value.filter(one -> one.isHeldBy(claim) && one.token() == token).isPresent();
        return ours ? write(claim, token) : heldByOther(value);
    }

    private Answer write(Claim claim, long token) {
        Instant until = clock.instant().plus(claim.lease());
        var wanted = LockValue.held(token, claim, until).text();
        boolean written = place.write(wanted);
        var now = place.read();
        if (now.isEmpty() || (!written && !now.get().equals(wanted))) {
            return new Answer.Unknown("What became of the lock is not known.");
        }
        return now.get().equals(wanted)
                ? new Answer.Held(token, Instant.ofEpochMilli(until.toEpochMilli()))
                : heldByOther(LockValue.parse(now.get()));
    }

    /** Tried again where nobody knows whether it was done: what stands there says what is left to do. */
    @Override
    public Outcome giveUp(Claim claim, long token) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var text = place.read();
            boolean ours = text.flatMap(LockValue::parse)
                    .filter(value -> value.isHeldBy(claim) && value.token() == token)
                    .isPresent();
            if (text.isPresent() && !ours) {
                return new Outcome.Succeeded("The lock is no longer ours, or given up.");
            }
            if (ours) {
                place.write(LockValue.free(token).text());
            }
        }
        return new Outcome.Unknown(Finding.error(
                "EXCHANGE-LOCK-UNKNOWN",
                "lock",
                "Whether the lock was given up is not known: its place could not be read or written.",
                "It ends by itself."));
    }

    private static Answer heldByOther(Optional<LockValue> value) {
        var holder = value.flatMap(LockValue::holder).orElse(new LockValue.Holder("(given up)", "", Instant.EPOCH));
        return new Answer.HeldByOther(holder.run(), holder.store(), holder.until());
    }
}
