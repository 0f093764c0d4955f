package understudy.driver.pacemaker.act;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import understudy.core.model.ActionId;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.engine.ports.Order;
import understudy.remote.Answer;
import understudy.remote.BootId;
import understudy.remote.job.JobName;
import understudy.remote.job.JobRequest;
import understudy.remote.job.JobState;

/** A long command on a node, started once for an action and attached to ever after. */
final class Work {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(10);
    private static final Duration TO_TAKE_IT = Duration.ofMinutes(1);
    private static final int LAST_LINE = 4000;
    /** An error in the middle of many packages stands well before the last lines. */
    private static final int TAIL = 32_000;

    private final NodeLink link;
    private final Order order;

    private final InstantSource clock;

    Work(NodeLink link, Order order, InstantSource clock) {
        this.link = link;
        this.order = order;
        this.clock = clock;
    }

    /** The name under which a job of this action is found again; characters that a job's record does not take are replaced. */
    static String id(ActionId action) {
        return action.toString().replaceAll("[^A-Za-z0-9._/:>#-]", "_");
    }

    /** Starts the scripts as one job, or attaches to it, and waits for its end. */
    JobState run(List<String> scripts, List<String> arguments, Instant until) {
        return runCommand(link.work(scripts, arguments), until);
    }

    /** The same with a command as it stands. */
    JobState runCommand(List<String> command, Instant until) {
        var request = new JobRequest(id(order.action()), order.token(), boot(), command, new LinkedHashMap<>());
        var state = start(request, until);
        if (isNotSent(state)) {
            return state;
        }
        while (isOpen(state)
                && clock.instant().isBefore(until)
                && !Thread.currentThread().isInterrupted()) {
            report(request.name());
            state = link.jobs().await(request.name(), LOOK);
        }
        return state;
    }

    /** The last lines that the job has said. */
    String said() {
        return link.jobs().output(JobName.of(id(order.action())), TAIL) instanceof Answer.Finished finished
                ? finished.output()
                : "";
    }

    /** The boot in which the guards have seen the node; in any other the node refuses to start. */
    private BootId boot() {
        NodeId node = link.node();
        return order.seen()
                .node(node)
                .flatMap(Node::bootId)
                .map(BootId::new)
                .or(() -> BootId.in(link.run(BootId.question())))
                .orElse(new BootId("00000000"));
    }

    /** A node that takes no job for a minute, because it is away or does not allow it, has none of ours: that is told, not waited for. */
    private JobState start(JobRequest request, Instant until) {
        var patience = clock.instant().plus(TO_TAKE_IT);
        var state = link.jobs().start(request);
        while (state instanceof JobState.Unseen
                && clock.instant().isBefore(until)
                && !(isNotSent(state) && !clock.instant().isBefore(patience))) {
            Pauses.briefly();
            state = link.jobs().start(request);
        }
        return state;
    }

    private void report(JobName name) {
        if (link.jobs().output(name, LAST_LINE) instanceof Answer.Finished finished && finished.succeeded()) {
            var line = Sentences.lastLines(finished.output(), 1);
            if (!line.isEmpty()) {
                order.progress().accept(link.nodeName() + ": " + line);
            }
        }
    }

    private static boolean isNotSent(JobState state) {
        return state instanceof JobState.Unseen(var why) && why instanceof Answer.NotSent;
    }

    private static boolean isOpen(JobState state) {
        return state instanceof JobState.Running || state instanceof JobState.Unseen;
    }

    /** How long a short question to the node may take. */
    static Duration call() {
        return CALL;
    }
}
