package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import understudy.core.model.Finding;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.NodeJobs;
import understudy.engine.ports.NodeJobs.LiveJob;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.RunTime;

/**
 * Takes a cluster over from a run that is dead, whose lock and jobs it has left behind (safety rule 4): shuts that run out by a
 * higher token, waits for every job of its that still lives, and frees the lock. What it marked stays, to be given back.
 */
public final class TakeOver {
    /** The lease outlives the waiting by so much. */
    private static final Duration SPARE = Duration.ofMinutes(30);

    private final ClusterDriver driver;
    private final RunTime time;
    private final Consumer<String> progress;

    /** What is to be taken over, as whom, and how patiently. Nodes {@code without} are off, and are not asked. */
    public record Wish(RunId run, String store, Duration patience, List<NodeId> without) {
        public Wish {
            without = List.copyOf(without);
        }
    }

    /** What a dead run has left: its hold on the lock, jobs that live on the nodes, marks. */
    public record Scene(ClusterLock.Holder holder, List<LiveJob> jobs, List<Mark> marks) {
        public Scene {
            jobs = List.copyOf(jobs);
            marks = List.copyOf(marks);
        }
    }

    /** A job that was waited for, and how it ended. */
    public record EndedJob(LiveJob job, String how) {}

    /**
     * What came of it.
     *
     * @param left jobs that outlast our patience, and nodes that fell silent, in sentences; where there are any the lock stays ours
     */
    public record Taken(long token, List<EndedJob> ended, List<String> left) {
        public Taken {
            ended = List.copyOf(ended);
            left = List.copyOf(left);
        }

        public boolean isFree() {
            return left.isEmpty();
        }
    }

    public TakeOver(ClusterDriver driver, RunTime time, Consumer<String> progress) {
        this.driver = driver;
        this.time = time;
        this.progress = progress;
    }

    /**
     * Looks at what there is to take over; changes nothing.
     *
     * @throws RunRefused where another run has the lock, or it or a node cannot be asked
     */
    public Scene look(Wish wish) throws RunRefused {
        ClusterLock.Holder holder = driver.lock().holder();
        if (holder instanceof ClusterLock.Holder.Unknown(String reason)) {
            throw TakeOverRefused.unreadable(reason);
        }
        if (holder instanceof ClusterLock.Holder.By(String run, String store, Instant until)
                && !run.equals(wish.run().value())) {
            throw TakeOverRefused.ofOther(wish.run(), run, store, until);
        }
        List<LiveJob> jobs = new ArrayList<>();
        for (NodeId node : asked(wish)) {
            switch (driver.jobs().live(node)) {
                case NodeJobs.Answer.Live(List<LiveJob> live) -> jobs.addAll(live);
                case NodeJobs.Answer.Silent(String reason) -> throw TakeOverRefused.silent(node, reason);
            }
        }
        return switch (driver.observe(Targets.none())) {
            case Observation.NotSeen(Finding why) -> throw new RunRefused(why);
            case Observation.Seen(var seen) ->
                new Scene(
                        holder,
                        jobs,
                        seen.marks().stream()
                                .filter(mark -> mark.run().equals(wish.run()))
                                .toList());
        };
    }

    /** Does it. Broken off anywhere, it is done again with the same wish. */
    public Taken carryOut(Wish wish) throws RunRefused {
        ClusterLock.Claim claim =
                new ClusterLock.Claim(wish.run(), wish.store(), wish.patience().plus(SPARE));
        long token = taken(wish, driver.lock().takeOver(claim));
        progress.accept("The cluster's lock is ours, with token " + token + ".");
        LastJobs jobs = new LastJobs(driver.jobs(), time, progress);
        jobs.fence(asked(wish), token);
        jobs.await(wish.patience());
        List<String> left = new ArrayList<>(jobs.left());
        if (left.isEmpty()) {
            free(claim, token).ifPresent(left::add);
        }
        return new Taken(token, jobs.ended(), left);
    }

    private Optional<String> free(ClusterLock.Claim claim, long token) {
        return switch (driver.lock().giveUp(claim, token)) {
            case Outcome.Succeeded _ -> {
                progress.accept("The lock is free.");
                yield Optional.empty();
            }
            case Outcome.Failed(Finding why) -> Optional.of(why.toString());
            case Outcome.Unknown(Finding why) -> Optional.of(why.toString());
        };
    }

    private List<NodeId> asked(Wish wish) {
        return driver.jobs().nodes().stream()
                .filter(node -> !wish.without().contains(node))
                .toList();
    }

    private static long taken(Wish wish, ClusterLock.Answer answer) throws RunRefused {
        return switch (answer) {
            case ClusterLock.Answer.Held(long token, Instant _) -> token;
            case ClusterLock.Answer.HeldByOther(String run, String store, Instant until) ->
                throw TakeOverRefused.ofOther(wish.run(), run, store, until);
            case ClusterLock.Answer.Unknown(String reason) -> throw TakeOverRefused.unreadable(reason);
        };
    }
}
