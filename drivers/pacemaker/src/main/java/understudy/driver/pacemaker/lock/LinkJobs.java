package understudy.driver.pacemaker.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.observe.ClusterTalk;
import understudy.engine.ports.NodeJobs;
import understudy.remote.job.JobName;
import understudy.remote.job.JobSpool;
import understudy.remote.job.JobState;

/** The jobs in the spool of each node of the inventory. */
public final class LinkJobs implements NodeJobs {
    private static final Duration CALL = Duration.ofSeconds(20);

    private final ClusterTalk talk;

    public LinkJobs(ClusterTalk talk) {
        this.talk = talk;
    }

    @Override
    public List<NodeId> nodes() {
        return talk.links().stream().map(NodeLink::node).toList();
    }

    @Override
    public Answer live(NodeId node) {
        return talk.link(node.value())
                .map(LinkJobs::live)
                .orElse(new Answer.Silent("The inventory has no node " + node + "."));
    }

    @Override
    public Answer fence(NodeId node, long token) {
        Optional<String> refused = talk.link(node.value())
                .map(link -> link.jobs().raise(token))
                .orElse(Optional.of("The inventory has no node " + node + "."));
        return refused.<Answer>map(Answer.Silent::new).orElseGet(() -> live(node));
    }

    private static Answer live(NodeLink link) {
        Optional<List<JobName>> running = link.jobs().running();
        if (running.isEmpty()) {
            return new Answer.Silent(link.nodeName() + " does not say which jobs run there.");
        }
        List<LiveJob> live = new ArrayList<>();
        running.get().forEach(name -> live.add(new LiveJob(link.node(), name.value(), action(link, name))));
        return new Answer.Live(live);
    }

    private static String action(NodeLink link, JobName name) {
        String file = JobSpool.USUAL.folder() + "/jobs/" + name + "/action";
        return link.run(List.of("cat", file), CALL) instanceof understudy.remote.Answer.Finished finished
                        && finished.succeeded()
                ? finished.output().strip()
                : "(not told)";
    }

    @Override
    public Waited await(LiveJob job, Duration atMost) {
        Optional<NodeLink> link = talk.link(job.node().value());
        if (link.isEmpty()) {
            return new Waited.Silent("The inventory has no node " + job.node() + ".");
        }
        return switch (link.get().jobs().await(new JobName(job.name()), atMost)) {
            case JobState.Running _ -> new Waited.Running();
            case JobState.Ended ended -> new Waited.Over("ended with " + ended.exit());
            case JobState.UnknownEnd unknown ->
                new Waited.Over(
                        unknown.nodeRestarted()
                                ? "was broken off by a restart of the node"
                                : "was broken off, nobody knows how far it came");
            case JobState.Absent() -> new Waited.Over("has left no record");
            case JobState.Refused(String reason) -> new Waited.Silent(reason);
            case JobState.Unseen(var why) -> new Waited.Silent(why.reason());
        };
    }
}
