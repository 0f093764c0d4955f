package understudy.driver.exchange.act;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.ActionId;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.driver.exchange.observe.Pauses;
import understudy.engine.ports.Order;
import understudy.remote.windows.PowerShellScript;
import understudy.remote.windows.Said;
import understudy.remote.windows.WindowsJobs;
import understudy.remote.windows.WindowsJobs.State;

/** A long script on a node, started once for an action and attached to ever after. */
final class Work {
    private final Cluster cluster;
    private final Order order;
    private final NodeId node;
    private final String part;

    Work(Cluster cluster, Order order, NodeId node) {
        this(cluster, order, node, "");
    }

    private Work(Cluster cluster, Order order, NodeId node, String part) {
        this.cluster = cluster;
        this.order = order;
        this.node = node;
        this.part = part;
    }

    /** A second script of the same action, with a record of its own. */
    Work then(String name) {
        return new Work(cluster, order, node, "/" + name);
    }

    /** Whether a job of this action, or one of an earlier attempt that goes on, is there: then it is only attached to. */
    boolean hasBegun() throws Refusal {
        var jobs = jobs();
        return !(jobs.find(order.action() + part) instanceof State.Absent)
                || earlier(jobs).isPresent();
    }

    private WindowsJobs jobs() throws Refusal {
        return cluster.talk().nodes().jobs(cluster.node(node));
    }

    /** An attempt that was given up while its job went on: the next one waits for it in place of starting another. */
    private Optional<String> earlier(WindowsJobs jobs) {
        for (int attempt = order.action().attempt() - 1; attempt > 0; attempt--) {
            var action = new ActionId(order.action().run(), order.action().step(), attempt) + part;
            var state = jobs.find(action);
            if (state instanceof State.Running || state instanceof State.Ready) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    /** What the script has said once it has ended; everything else ends the step. */
    Said run(PowerShellScript script, Map<String, String> values) throws Refusal {
        Instant until = cluster.now().plus(order.deadline());
        var jobs = jobs();
        var action = earlier(jobs).orElse(order.action() + part);
        var request = new WindowsJobs.Request(action, order.token(), boot(), script, values);
        State state = jobs.start(request);
        while (isOpen(state)
                && cluster.now().isBefore(until)
                && !Thread.currentThread().isInterrupted()) {
            Pauses.pause(cluster.settings());
            state = jobs.find(request.action());
            if (state instanceof State.Ready || state instanceof State.Absent) {
                state = jobs.start(request);
            }
        }
        return ended(state, script);
    }

    private Said ended(State state, PowerShellScript script) throws Refusal {
        return switch (state) {
            case State.Ended(Said said) when said.succeeded() -> said;
            case State.Ended(Said said) ->
                throw Refusal.failed(
                        "EXCHANGE-COMMAND-FAILED",
                        node.value(),
                        "On " + node + " " + script.name() + " failed: " + said.error(),
                        "Find the cause there; a handover that has begun goes forward only.");
            case State.Refused(String reason) ->
                throw Refusal.failed(
                        "EXCHANGE-JOB-REFUSED",
                        node.value(),
                        "On " + node + " the job was not started: " + reason + ".",
                        "Look there with schtasks /query.");
            case State.BrokenOff(boolean byRestart) ->
                throw Refusal.inDoubt(
                        "EXCHANGE-BROKEN-OFF",
                        node.value(),
                        "On " + node + " " + script.name() + " was broken off"
                                + (byRestart ? " by a restart of the node." : "."),
                        "It is not run again by itself; the run looks at what it has left.");
            case State.Absent(), State.Ready(), State.Running() ->
                throw Refusal.inDoubt(
                        "EXCHANGE-UNFINISHED",
                        node.value(),
                        "On " + node + " " + script.name() + " has not ended after "
                                + order.deadline().toSeconds() + " s.",
                        "The job goes on; the run finds it again when it is resumed.");
            case State.Unseen(String reason) ->
                throw Refusal.inDoubt(
                        "EXCHANGE-NO-ANSWER", node.value(), reason, "The run finds the job again when it is resumed.");
        };
    }

    /** The boot in which the guards have seen the node, or in which it is now if their look missed it; in any other the node refuses to start. */
    private String boot() throws Refusal {
        var seen = order.seen().node(node).flatMap(Node::bootId);
        return seen.isPresent() ? seen.get() : cluster.report(node).boot().orElse("");
    }

    private static boolean isOpen(State state) {
        return switch (state) {
            case State.Absent(), State.Ready(), State.Running(), State.Unseen _ -> true;
            case State.Ended _, State.BrokenOff _, State.Refused _ -> false;
        };
    }
}
