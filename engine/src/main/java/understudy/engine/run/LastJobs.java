package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import understudy.core.model.NodeId;
import understudy.engine.ports.NodeJobs;
import understudy.engine.ports.NodeJobs.LiveJob;
import understudy.engine.ports.RunTime;

/** The jobs that a dead run has left at work: no node takes a new one, and those that live are waited for. */
final class LastJobs {
    private static final Duration PIECE = Duration.ofMinutes(1);

    private final NodeJobs jobs;
    private final RunTime time;
    private final Consumer<String> progress;
    private final List<LiveJob> live = new ArrayList<>();
    private final List<TakeOver.EndedJob> ended = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    LastJobs(NodeJobs jobs, RunTime time, Consumer<String> progress) {
        this.jobs = jobs;
        this.time = time;
        this.progress = progress;
    }

    /** Every node first, so that nothing new begins while the first job is waited for. */
    void fence(List<NodeId> nodes, long token) {
        for (NodeId node : nodes) {
            switch (jobs.fence(node, token)) {
                case NodeJobs.Answer.Live(List<LiveJob> found) -> {
                    progress.accept(node + " takes nothing under a lower token any more.");
                    live.addAll(found);
                }
                case NodeJobs.Answer.Silent(String reason) ->
                    left.add("On " + node + " the token could not be raised: " + reason);
            }
        }
    }

    /** Waits for each, all together at most so long. */
    void await(Duration patience) {
        Instant until = time.instant().plus(patience);
        live.forEach(job -> await(job, until));
    }

    private void await(LiveJob job, Instant until) {
        progress.accept("Waiting for " + said(job) + " (" + job.name() + ").");
        Duration rest = Duration.between(time.instant(), until);
        while (rest.isPositive()) {
            switch (jobs.await(job, rest.compareTo(PIECE) < 0 ? rest : PIECE)) {
                case NodeJobs.Waited.Over(String how) -> {
                    progress.accept(said(job) + " " + how + ".");
                    ended.add(new TakeOver.EndedJob(job, how));
                    return;
                }
                case NodeJobs.Waited.Running() -> rest = Duration.between(time.instant(), until);
                case NodeJobs.Waited.Silent(String reason) -> {
                    left.add("What became of " + said(job) + " is not known: " + reason);
                    return;
                }
            }
        }
        left.add(job.action() + " still runs on " + job.node() + " (" + job.name() + ").");
    }

    private static String said(LiveJob job) {
        return job.action() + " on " + job.node();
    }

    List<TakeOver.EndedJob> ended() {
        return List.copyOf(ended);
    }

    /** What keeps the cluster from being free, in sentences. */
    List<String> left() {
        return List.copyOf(left);
    }
}
