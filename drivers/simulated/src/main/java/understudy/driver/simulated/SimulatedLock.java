package understudy.driver.simulated;

import java.time.Instant;
import understudy.core.model.Finding;
import understudy.driver.simulated.scenario.Latency;
import understudy.driver.simulated.scenario.LockSetup;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Outcome;

/** The simulated cluster's record of who patches it: compare and set, with a token that only rises. */
final class SimulatedLock implements ClusterLock {
    private final World world;
    private String run = "";
    private String store = "";
    private Instant until = Instant.MIN;
    private long token;

    SimulatedLock(World world) {
        this.world = world;
        world.scenario.cluster().lock().ifPresent(this::takenBy);
    }

    /** Somebody else has it. */
    void takenBy(LockSetup other) {
        run = other.run();
        store = other.store();
        until = world.now().plus(other.lease());
        token++;
    }

    /** Frees what a run has left behind. */
    void free(String owner) {
        if (run.equals(owner)) {
            until = Instant.MIN;
            run = "";
        }
    }

    @Override
    public Holder holder() {
        return Turn.of(world.time, () -> {
            Turn.pause(world, Latency.COMMAND, "lock");
            if (!world.votes.held()) {
                return new Holder.Unknown("The cluster has no quorum, so that its lock cannot be believed.");
            }
            return run.isEmpty() ? new Holder.Nobody() : new Holder.By(run, store, until);
        });
    }

    @Override
    public Answer takeOver(Claim claim) {
        return asked(() -> {
            if (isHeld() && !run.equals(claim.run().value())) {
                return new Answer.HeldByOther(run, store, until);
            }
            run = claim.run().value();
            store = claim.store();
            token++;
            return held(claim);
        });
    }

    @Override
    public Answer take(Claim claim) {
        return asked(() -> {
            boolean ours = run.equals(claim.run().value()) && store.equals(claim.store());
            if (!ours && isHeld()) {
                return new Answer.HeldByOther(run, store, until);
            }
            run = claim.run().value();
            store = claim.store();
            token++;
            return held(claim);
        });
    }

    @Override
    public Answer renew(Claim claim, long held) {
        return asked(() -> {
            if (held != token || !run.equals(claim.run().value())) {
                return new Answer.HeldByOther(run, store, until);
            }
            return held(claim);
        });
    }

    @Override
    public Outcome giveUp(Claim claim, long held) {
        return Turn.of(world.time, () -> {
            Turn.pause(world, Latency.COMMAND, "lock");
            if (!world.votes.held()) {
                return new Outcome.Unknown(Finding.error(
                        "NO-QUORUM", "lock", "Without quorum nobody can tell whether the lock was given up.", ""));
            }
            if (held != token || !run.equals(claim.run().value())) {
                return new Outcome.Succeeded("the lock was not ours any more");
            }
            free(run);
            return new Outcome.Succeeded("");
        });
    }

    private Answer asked(Turn.Question<Answer> question) {
        return Turn.of(world.time, () -> {
            Turn.pause(world, Latency.COMMAND, "lock");
            return world.votes.held()
                    ? question.answer()
                    : new Answer.Unknown("The cluster has no quorum, so that its lock cannot be believed.");
        });
    }

    private Answer held(Claim claim) {
        until = world.now().plus(claim.lease());
        return new Answer.Held(token, until);
    }

    private boolean isHeld() {
        return !run.isEmpty() && world.now().isBefore(until);
    }
}
