package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private static final Duration PIECE = Duration.ofMinutes(1);

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
            throw unreadable(reason);
        }
        if (holder instanceof ClusterLock.Holder.By(String run, String store, Instant until)
                && !run.equals(wish.run().value())) {
            throw ofOther(wish.run(), run, store, until);
        }
        List<LiveJob> jobs = new ArrayList<>();
        for (NodeId node : asked(wish)) {
            switch (driver.jobs().live(node)) {
                case NodeJobs.Answer.Live(List<LiveJob> live) -> jobs.addAll(live);
                case NodeJobs.Answer.Silent(String reason) -> throw silent(node, reason);
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
        Instant until = time.instant().plus(wish.patience());
        List<EndedJob> ended = new ArrayList<>();
        List<String> left = new ArrayList<>();
        List<LiveJob> jobs = fence(wish, token, left);
        for (LiveJob job : jobs) {
            await(job, until, ended, left);
        }
        if (left.isEmpty()) {
            free(claim, token, left);
        }
        return new Taken(token, ended, left);
    }

    /** Every node first, so that nothing new begins while the first job is waited for. */
    private List<LiveJob> fence(Wish wish, long token, List<String> left) {
        List<LiveJob> jobs = new ArrayList<>();
        for (NodeId node : asked(wish)) {
            switch (driver.jobs().fence(node, token)) {
                case NodeJobs.Answer.Live(List<LiveJob> live) -> {
                    progress.accept(node + " takes nothing under a lower token any more.");
                    jobs.addAll(live);
                }
                case NodeJobs.Answer.Silent(String reason) ->
                    left.add("On " + node + " the token could not be raised: " + reason);
            }
        }
        return jobs;
    }

    private void await(LiveJob job, Instant until, List<EndedJob> ended, List<String> left) {
        while (true) {
            Duration rest = Duration.between(time.instant(), until);
            if (!rest.isPositive()) {
                left.add(job.action() + " still runs on " + job.node() + " (" + job.name() + ").");
                return;
            }
            progress.accept("Waiting for " + job.action() + " on " + job.node() + " (" + job.name() + ").");
            switch (driver.jobs().await(job, rest.compareTo(PIECE) < 0 ? rest : PIECE)) {
                case NodeJobs.Waited.Over(String how) -> {
                    progress.accept(job.action() + " on " + job.node() + " " + how + ".");
                    ended.add(new EndedJob(job, how));
                    return;
                }
                case NodeJobs.Waited.Running() -> {}
                case NodeJobs.Waited.Silent(String reason) -> {
                    left.add("What became of " + job.action() + " on " + job.node() + " is not known: " + reason);
                    return;
                }
            }
        }
    }

    private void free(ClusterLock.Claim claim, long token, List<String> left) {
        switch (driver.lock().giveUp(claim, token)) {
            case Outcome.Succeeded _ -> progress.accept("The lock is free.");
            case Outcome.Failed(Finding why) -> left.add(why.toString());
            case Outcome.Unknown(Finding why) -> left.add(why.toString());
        }
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
                throw ofOther(wish.run(), run, store, until);
            case ClusterLock.Answer.Unknown(String reason) -> throw unreadable(reason);
        };
    }

    private static RunRefused ofOther(RunId wanted, String run, String store, Instant until) {
        return new RunRefused(Finding.error(
                "LOCK-NOT-OF-RUN",
                "lock",
                "The cluster's lock is not that of run " + wanted + " but of run " + run + " of state store " + store
                        + ", until " + until + ".",
                "If that run is dead, take it over by its own name."));
    }

    private static RunRefused unreadable(String reason) {
        return new RunRefused(Finding.error(
                "LOCK-NOT-READABLE",
                "lock",
                "Who has the cluster's lock could not be read from a partition with quorum: " + reason,
                "Try again as soon as the cluster answers with quorum."));
    }

    private static RunRefused silent(NodeId node, String reason) {
        return new RunRefused(Finding.error(
                "NODE-JOBS-UNKNOWN",
                node.value(),
                "Whether a job of the run still lives on " + node + " is not known: " + reason,
                "Make " + node + " answer; or, if it is switched off for certain, leave it out with --without " + node
                        + "."));
    }
}
