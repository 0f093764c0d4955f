package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import understudy.core.model.Finding;
import understudy.core.run.Books;
import understudy.core.run.Event;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.RunTime;

/** Holds the cluster's lock for a run: nothing starts unless the lease outlives it, and inside an outage path it is left alone. */
final class LockKeeper {
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LITTLE = Duration.ofMinutes(15);
    private static final int ATTEMPTS = 12;
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final ClusterLock lock;
    private final Recorder recorder;
    private final RunTime time;
    private final String store;
    private final Duration lease;

    /**
     * A keeper that has taken nothing yet.
     *
     * @param longest the longest deadline that is to be outlived: a lease of twice that is as a rule not renewed during the run
     */
    LockKeeper(ClusterLock lock, Recorder recorder, RunTime time, String store, Duration longest) {
        this.lock = lock;
        this.recorder = recorder;
        this.time = time;
        this.store = store;
        this.lease = longer(SHORTEST, longest.multipliedBy(2));
    }

    /** Takes the lock at the start of a run or of its resumption; says what forbids it. */
    Optional<Finding> take() throws InterruptedException {
        Optional<Finding> why = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ClusterLock.Answer answer = ask(() -> lock.take(claim(lease)));
            why = settle(answer);
            if (!(answer instanceof ClusterLock.Answer.Unknown)) {
                return why;
            }
            time.pause(BETWEEN);
        }
        return why;
    }

    /**
     * Makes sure that the lease outlives {@code needed}; renews it too when little is left. Two lanes may renew at the same
     * time, which does no harm; a monitor held over a call to the cluster would.
     */
    Optional<Finding> outlasts(Duration needed) {
        Books.Lock held = recorder.state().books().lock().orElseThrow();
        Instant now = time.instant();
        Duration rest = Duration.between(now, held.until());
        boolean enough = rest.compareTo(needed) > 0;
        if (enough && rest.compareTo(LITTLE) > 0) {
            return Optional.empty();
        }
        Duration longer = longer(lease, needed.multipliedBy(2));
        ClusterLock.Answer answer = ask(() -> lock.renew(claim(longer), held.token()));
        boolean nobodyKnows = answer instanceof ClusterLock.Answer.Unknown;
        return nobodyKnows && enough ? Optional.empty() : settle(answer);
    }

    long token() {
        return recorder.state().books().lock().map(Books.Lock::token).orElse(0L);
    }

    Outcome giveUp() {
        Optional<Books.Lock> held = recorder.state().books().lock();
        if (held.isEmpty()) {
            return new Outcome.Succeeded("");
        }
        Outcome outcome = given(held.get().token());
        if (outcome instanceof Outcome.Succeeded) {
            recorder.record(new Event.LockGivenUp(time.instant(), held.get().token()));
        }
        return outcome;
    }

    private Outcome given(long token) {
        try {
            return lock.giveUp(claim(lease), token);
        } catch (RuntimeException escaped) {
            return new Outcome.Unknown(Finding.warning(
                    "LOCK-NOT-GIVEN-UP",
                    "lock",
                    "Whether the cluster's lock was given up is not known: " + Sentences.of(escaped),
                    "It ends by itself when its lease ends."));
        }
    }

    private Optional<Finding> settle(ClusterLock.Answer answer) {
        return switch (answer) {
            case ClusterLock.Answer.Held(long token, Instant until) -> {
                recorder.record(new Event.LockTaken(time.instant(), token, until));
                yield Optional.empty();
            }
            case ClusterLock.Answer.HeldByOther(String run, String other, Instant until) ->
                Optional.of(Finding.error(
                        "LOCK-HELD-BY-OTHER",
                        "lock",
                        "The cluster is locked by run " + run + " of state store " + other + " until " + until + ".",
                        "Wait until that run has ended, or, if it is dead, free the cluster with `understudy take-over "
                                + run + " INVENTORY CLUSTER`."));
            case ClusterLock.Answer.Unknown(String reason) ->
                Optional.of(Finding.error(
                        "LOCK-NOT-READABLE",
                        "lock",
                        "Whether the cluster's lock is ours could not be read from a partition with quorum: " + reason,
                        "The run goes on as soon as the cluster answers with quorum."));
        };
    }

    private static ClusterLock.Answer ask(Supplier<ClusterLock.Answer> question) {
        try {
            return question.get();
        } catch (RuntimeException escaped) {
            return new ClusterLock.Answer.Unknown(Sentences.of(escaped));
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private ClusterLock.Claim claim(Duration length) {
        return new ClusterLock.Claim(recorder.state().header().orElseThrow().run(), store, length);
    }
}
