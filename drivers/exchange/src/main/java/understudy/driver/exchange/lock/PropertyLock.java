package understudy.driver.exchange.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.driver.exchange.observe.ClusterReport;
import understudy.driver.exchange.observe.Talk;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.RunTime;
import understudy.remote.windows.PowerShellScript;
import understudy.remote.windows.WindowsNode.Reply;

/**
 * The lock as one private property of the cluster group. The cluster knows no compare-and-set, so that all writes are made on the node
 * that owns the cluster group, one at a time by a mutex there; a node that does not own it refuses. A server without a cluster has it in its
 * registry, by the same mutex.
 */
public final class PropertyLock implements ClusterLock {
    private static final String GROUP = "Cluster Group";
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 6;

    /** Where the owner of the cluster group has just gone, the others need a while to notice it and to bring the group up. */
    private static final Duration BETWEEN = Duration.ofSeconds(15);

    private static final PowerShellScript EXCHANGE = PowerShellScript.of(PropertyLock.class, "exchange");
    private static final PowerShellScript ALONE = PowerShellScript.of(PropertyLock.class, "alone");

    private final Talk talk;
    private final RunTime clock;

    public PropertyLock(Talk talk, RunTime clock) {
        this.talk = talk;
        this.clock = clock;
    }

    private sealed interface Read {
        record Value(ClusterReport look, String text, Optional<LockValue> value) implements Read {}

        record Unknown(String reason) implements Read {}
    }

    @Override
    public Holder holder() {
        return switch (read()) {
            case Read.Unknown(String reason) -> new Holder.Unknown(reason);
            case Read.Value read ->
                read.value()
                        .flatMap(LockValue::holder)
                        .<Holder>map(one -> new Holder.By(one.run(), one.store(), one.until()))
                        .orElse(new Holder.Nobody());
        };
    }

    @Override
    public Answer take(Claim claim) {
        return claim(claim, value -> value.mayBeTakenBy(claim, clock.instant()));
    }

    @Override
    public Answer takeOver(Claim claim) {
        return claim(claim, value -> value.isOf(claim.run()) || value.mayBeTakenBy(claim, clock.instant()));
    }

    private Answer claim(Claim claim, java.util.function.Predicate<LockValue> mayHave) {
        return switch (read()) {
            case Read.Unknown(String reason) -> new Answer.Unknown(reason);
            case Read.Value read -> {
                if (!read.text().isEmpty() && read.value().isEmpty()) {
                    yield new Answer.Unknown("The lock's property holds " + read.text() + ", which is not ours.");
                }
                boolean may = read.value().map(mayHave::test).orElse(true);
                long token = read.value().map(LockValue::token).orElse(0L) + 1;
                yield may ? write(read, claim, token) : heldByOther(read);
            }
        };
    }

    @Override
    public Answer renew(Claim claim, long token) {
        Answer answer = new Answer.Unknown("The lock was not renewed.");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            answer = renewOnce(claim, token);
            boolean anotherLane = answer instanceof Answer.HeldByOther other
                    && other.run().equals(claim.run().value())
                    && other.store().equals(claim.store());
            if (!anotherLane) {
                return answer;
            }
        }
        return answer;
    }

    private Answer renewOnce(Claim claim, long token) {
        return switch (read()) {
            case Read.Unknown(String reason) -> new Answer.Unknown(reason);
            case Read.Value read -> {
                boolean ours = read.value()
                        .filter(value -> value.isHeldBy(claim) && value.token() == token)
                        .isPresent();
                yield ours ? write(read, claim, token) : heldByOther(read);
            }
        };
    }

    /** Tried again where nobody knows whether it was done: what stands in the property says what is left to do. */
    @Override
    public Outcome giveUp(Claim claim, long token) {
        var outcome = giveUpOnce(claim, token);
        for (int attempt = 1; attempt < ATTEMPTS && outcome instanceof Outcome.Unknown; attempt++) {
            // One lost answer costs no wait.
            if (attempt > 1 && !waited()) {
                return outcome;
            }
            outcome = giveUpOnce(claim, token);
        }
        return outcome;
    }

    private boolean waited() {
        try {
            clock.pause(BETWEEN);
            return true;
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome giveUpOnce(Claim claim, long token) {
        return switch (read()) {
            case Read.Unknown(String reason) -> new Outcome.Unknown(unknown(reason));
            case Read.Value read -> {
                boolean ours = read.value()
                        .filter(value -> value.isHeldBy(claim) && value.token() == token)
                        .isPresent();
                if (!ours) {
                    yield new Outcome.Succeeded("The lock is no longer ours, and is left as it is.");
                }
                var free = LockValue.free(token).text();
                var now = exchange(read.look(), read.text(), free);
                yield now.equals(Optional.of(free))
                        ? new Outcome.Succeeded("The lock is given up.")
                        : new Outcome.Unknown(unknown("the property could not be written"));
            }
        };
    }

    private Answer write(Read.Value before, Claim claim, long token) {
        Instant until = clock.instant().plus(claim.lease());
        var wanted = LockValue.held(token, claim, until).text();
        var now = exchange(before.look(), before.text(), wanted);
        if (now.isEmpty()) {
            return new Answer.Unknown("The owner of the cluster group did not say what became of the lock.");
        }
        if (now.get().equals(wanted)) {
            return new Answer.Held(token, Instant.ofEpochMilli(until.toEpochMilli()));
        }
        return heldByOther(new Read.Value(before.look(), now.get(), LockValue.parse(now.get())));
    }

    /** Writes the new value if the old one stands there, and tells what stands there then. */
    private Optional<String> exchange(ClusterReport look, String before, String after) {
        var values = Map.of("before", before, "after", after);
        var script = look.isAlone() ? ALONE : EXCHANGE;
        return (look.isAlone() ? Optional.of(look.teller()) : look.owner(GROUP))
                .map(NodeId::new)
                .flatMap(owner -> talk.nodes().find(owner))
                .map(node -> node.run(script, values, CALL))
                .filter(reply ->
                        reply instanceof Reply.Heard heard && heard.said().succeeded())
                .flatMap(reply -> ((Reply.Heard) reply).said().first("now"))
                .map(text -> text.substring(1));
    }

    private Read read() {
        return switch (talk.look()) {
            case Talk.Look.Seen(ClusterReport look) -> new Read.Value(look, look.lock(), LockValue.parse(look.lock()));
            case Talk.Look.NotSeen(String reason) -> new Read.Unknown(reason);
        };
    }

    private static Answer heldByOther(Read.Value read) {
        var holder =
                read.value().flatMap(LockValue::holder).orElse(new LockValue.Holder("(given up)", "", Instant.EPOCH));
        return new Answer.HeldByOther(holder.run(), holder.store(), holder.until());
    }

    private static Finding unknown(String reason) {
        return Finding.error(
                "EXCHANGE-LOCK-UNKNOWN",
                GROUP,
                "Whether the lock was given up is not known: " + reason,
                "It ends by itself.");
    }
}
