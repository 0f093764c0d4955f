package understudy.driver.exchange.act;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.RestartNeed;
import understudy.driver.exchange.observe.NodeReport;
import understudy.driver.exchange.observe.Pauses;
import understudy.driver.exchange.observe.Talk;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.windows.PowerShellScript;
import understudy.remote.windows.WindowsJobs;
import understudy.remote.windows.WindowsNode;
import understudy.remote.windows.WindowsNode.Reply;

/** Restarts a node once for an action: the boot before it is written down on the node, and compared there with the present one. */
final class Restart {
    private static final Duration CALL = Duration.ofMinutes(1);
    private static final PowerShellScript RESTART = PowerShellScript.of(Restart.class, "restart");

    private final Cluster cluster;

    Restart(Cluster cluster) {
        this.cluster = cluster;
    }

    /** @param always the procedure demands it; else it is done where the node, or the patch, asks for it */
    Outcome restart(Order order, NodeId node, boolean always) throws Refusal {
        Instant until = cluster.now().plus(order.deadline());
        if (!always && order.patch().restart() != Patch.RestartRule.ALWAYS && !isAsked(order, node)) {
            return new Outcome.Succeeded(node + " asks for no restart.");
        }
        refuseOwner(node);
        var link = cluster.node(node);
        var before = requested(order, node, until);
        while (!isBack(link, node, before)) {
            if (!cluster.now().isBefore(until) || Thread.currentThread().isInterrupted()) {
                throw Refusal.inDoubt(
                        "RESTART-NOT-BACK",
                        node.value(),
                        node + " has not come back into the cluster from its restart in time.",
                        "Look at its console; it stays paused until it is back.");
            }
            Pauses.pause(cluster.settings());
        }
        return new Outcome.Succeeded(node + " has restarted and is back in the cluster.");
    }

    /** Asked for and done by a process that is gone, it is not asked for any more, and is there. */
    private boolean isAsked(Order order, NodeId node) throws Refusal {
        return switch (awaited(order, node).restart()) {
            case RestartNeed.Needed _ -> true;
            case RestartNeed.NotNeeded() -> false;
            case RestartNeed.Unknown(String reason) ->
                throw Refusal.inDoubt("RESTART-UNKNOWN", node.value(), reason, "Look at " + node + ".");
        };
    }

    private NodeReport awaited(Order order, NodeId node) throws Refusal {
        Instant until = cluster.now().plus(order.deadline());
        while (true) {
            try {
                return cluster.report(node);
            } catch (Refusal refusal) {
                boolean late =
                        !cluster.now().isBefore(until) || Thread.currentThread().isInterrupted();
                if (!refusal.isUnanswered() || late) {
                    throw refusal;
                }
                Pauses.pause(cluster.settings());
            }
        }
    }

    /** A node that is just restarting, for a process that is gone, is asked when it answers again. */
    private String requested(Order order, NodeId node, Instant until) throws Refusal {
        while (true) {
            try {
                return request(order, node, cluster.node(node));
            } catch (Refusal refusal) {
                boolean late =
                        !cluster.now().isBefore(until) || Thread.currentThread().isInterrupted();
                if (!refusal.isUnanswered() || late) {
                    throw refusal;
                }
                Pauses.pause(cluster.settings());
            }
        }
    }

    /** Asks for it; answers with the boot before. */
    private String request(Order order, NodeId node, WindowsNode link) throws Refusal {
        var seen = order.seen().node(node).flatMap(Node::bootId).orElse("");
        var values = Map.of("boot", seen, "job", WindowsJobs.name(once(order)));
        return switch (link.run(RESTART, values, CALL)) {
            case Reply.Heard(var said)
            when said.first("requested").isPresent() -> said.first("requested").get();
            // It has happened already, asked for by a process that is gone.
            case Reply.Heard(var said) when said.first("done").isPresent() -> "";
            case Reply.Heard(var said)
            when said.first("surprise").isPresent() ->
                throw Refusal.failed(
                        "RESTART-SURPRISE",
                        node.value(),
                        node + " is not restarted, because it has restarted since it was last looked at.",
                        "The run looks again.");
            case Reply.Heard(var said)
            when said.first("busy").isPresent() ->
                throw Refusal.failed(
                        "RESTART-INSTALLER",
                        node.value(),
                        node + " is not restarted, because "
                                + said.first("busy").get() + " runs there.",
                        "Wait until it has ended.");
            case Reply.Heard(var said) ->
                throw Refusal.failed(
                        "EXCHANGE-COMMAND", node.value(), "The restart of " + node + " failed: " + said.error(), "");
            case Reply.NotSent(String reason) ->
                throw Refusal.failed("EXCHANGE-NO-ANSWER", node.value(), reason, "Make " + node + " reachable.");
            // The restart ends the connection, so that its answer may be lost; asked again, the node says whether it
            // has happened.
            case Reply.Lost(String reason) ->
                throw Refusal.inDoubt("EXCHANGE-NO-ANSWER", node.value(), reason, "Make " + node + " reachable.");
        };
    }

    /** The same for every attempt: a restart that an earlier one has asked for is not asked for again. */
    private static String once(Order order) {
        return order.action().run() + "/" + order.step().id();
    }

    private boolean isBack(WindowsNode link, NodeId node, String before) {
        boolean restarted = Talk.report(link)
                .flatMap(NodeReport::boot)
                .filter(boot -> !boot.equals(before))
                .isPresent();
        return restarted
                && cluster.talk().look() instanceof Talk.Look.Seen(var look)
                && look.nodes().entrySet().stream()
                        .anyMatch(entry -> entry.getKey().equalsIgnoreCase(node.value())
                                && (entry.getValue().equals("0")
                                        || entry.getValue().equals("2")));
    }

    private void refuseOwner(NodeId node) throws Refusal {
        var owned = cluster.look().ownedBy(node.value());
        if (!owned.isEmpty()) {
            throw Refusal.failed(
                    "RESTART-NOT-DRAINED",
                    node.value(),
                    node + " is not restarted, because it owns " + String.join(", ", owned) + ".",
                    "Drain it first.");
        }
    }
}
