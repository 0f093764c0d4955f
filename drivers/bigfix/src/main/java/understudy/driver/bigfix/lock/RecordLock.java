package understudy.driver.bigfix.lock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import understudy.core.model.Finding;
import understudy.core.model.RunId;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Silence;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Outcome;

/**
 * The lock as records on the server. The server gives each record a number, one after the other, and of two claims the first one holds: a
 * claim is written, then the records are read again, and whoever finds an older living one of somebody else takes the own one back. The
 * token of a claim is the number of its record, so that it only rises; a renewal keeps the token.
 */
public final class RecordLock implements ClusterLock {
    private static final String PREFIX = "Understudy lock ";
    private static final int WORDS = 5;

    private final Records records;
    private final String prefix;
    private final InstantSource clock;
    private final String server;

    public RecordLock(BigFixApi api, String cluster, InstantSource clock) {
        this.records = new Records(api);
        this.prefix = PREFIX + Words.word(cluster) + " ";
        this.clock = clock;
        this.server = api.server();
    }

    /** A claim that stands in a record. */
    private record Held(int id, RunId run, String store, Instant until, long token) {
        boolean isOf(Claim claim) {
            return run.equals(claim.run()) && store.equals(claim.store());
        }
    }

    private List<Held> living() throws Silence {
        return records.list(prefix).stream()
                .filter(Records.Entry::isOpen)
                .flatMap(entry -> read(entry).stream())
                .filter(held -> held.until().isAfter(clock.instant()))
                .toList();
    }

    private Optional<Held> read(Records.Entry entry) {
        var words = entry.title().substring(prefix.length()).split(" ", -1);
        if (words.length != WORDS || !words[2].matches("\\d{1,15}") || !words[3].matches("\\d{1,15}")) {
            return Optional.empty();
        }
        try {
            long token = Long.parseLong(words[3]);
            return Optional.of(new Held(
                    entry.id(),
                    new RunId(words[0]),
                    Words.text(words[1]),
                    Instant.ofEpochMilli(Long.parseLong(words[2])),
                    token == 0 ? entry.id() : token));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private String title(Claim claim, Instant until, long token) {
        return prefix + claim.run() + " " + Words.word(claim.store()) + " " + until.toEpochMilli() + " " + token + " .";
    }

    @Override
    public Holder holder() {
        try {
            return living().stream()
                    .findFirst()
                    .<Holder>map(held -> new Holder.By(held.run().value(), held.store(), held.until()))
                    .orElse(new Holder.Nobody());
        } catch (Silence silence) {
            return new Holder.Unknown(silence.sentence());
        }
    }

    @Override
    public Answer take(Claim claim) {
        return claim(claim, held -> held.isOf(claim));
    }

    @Override
    public Answer takeOver(Claim claim) {
        return claim(claim, held -> held.run().equals(claim.run()));
    }

    private Answer claim(Claim claim, Predicate<Held> ours) {
        try {
            var before = living();
            var other = before.stream().filter(ours.negate()).findFirst();
            if (other.isPresent()) {
                return heldBy(other.get());
            }
            return written(claim, 0, before, ours);
        } catch (Silence silence) {
            return new Answer.Unknown(silence.sentence());
        }
    }

    private Answer written(Claim claim, long token, List<Held> before, Predicate<Held> ours) throws Silence {
        Instant until = Instant.ofEpochMilli(clock.instant().plus(claim.lease()).toEpochMilli());
        int id = records.write(title(claim, until, token), claim.lease().plus(Duration.ofHours(1)));
        var first = living().stream()
                .filter(held -> held.id() < id && ours.negate().test(held))
                .findFirst();
        if (first.isPresent()) {
            records.end(id);
            return heldBy(first.get());
        }
        for (Held held : before) {
            records.end(held.id());
        }
        return new Answer.Held(token == 0 ? id : token, until);
    }

    @Override
    public Answer renew(Claim claim, long token) {
        try {
            var living = living();
            Predicate<Held> same = held -> held.isOf(claim) && held.token() == token;
            var other = living.stream().filter(same.negate()).findFirst();
            if (living.stream().noneMatch(same)) {
                return other.<Answer>map(RecordLock::heldBy)
                        .orElse(new Answer.HeldByOther("(given up)", "", Instant.EPOCH));
            }
            return written(claim, token, living.stream().filter(same).toList(), held -> held.isOf(claim));
        } catch (Silence silence) {
            return new Answer.Unknown(silence.sentence());
        }
    }

    /** The token that holds now; for whoever is about to act. */
    public Optional<Long> token() throws Silence {
        return living().stream().map(Held::token).findFirst();
    }

    @Override
    public Outcome giveUp(Claim claim, long token) {
        try {
            var ours = living().stream()
                    .filter(held -> held.isOf(claim) && held.token() == token)
                    .toList();
            for (Held held : ours) {
                records.end(held.id());
            }
            return new Outcome.Succeeded(
                    ours.isEmpty() ? "The lock is no longer ours, and is left as it is." : "The lock is given up.");
        } catch (Silence silence) {
            return new Outcome.Unknown(Finding.error(
                    "BIGFIX-LOCK-UNKNOWN",
                    server,
                    "Whether the lock was given up is not known: " + silence.sentence(),
                    "It ends by itself."));
        }
    }

    private static Answer heldBy(Held held) {
        return new Answer.HeldByOther(held.run().value(), held.store(), held.until());
    }
}
