package understudy.driver.exchange.classic;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.procedure.Verb;
import understudy.driver.exchange.classic.Host.Reply;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** Restarts a node once for a step: the boot before it is written into the node's registry, and compared with the present one. */
final class Restarting {
    private static final String KEY = Nodes.UNDERSTUDY + "\\Restarts";

    private final Cluster cluster;

    Restarting(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome restart(Order order, NodeId node) throws Refusal {
        Instant until = cluster.now().plus(order.deadline());
        boolean always = (order.step().verb() instanceof Verb.Restart(boolean demanded) && demanded)
                || order.patch().restart() == Patch.RestartRule.ALWAYS;
        var before = requested(order, node, until, always);
        if (before.isEmpty()) {
            return new Outcome.Succeeded(node + " asks for no restart.");
        }
        boolean back = cluster.await(
                nodes -> nodes.report(node.value())
                        .filter(report -> !report.boot().equals(before))
                        .filter(report ->
                                cluster.alone() || report.clusterServiceRuns() || report.clusterServiceIsHeld())
                        .isPresent(),
                until);
        if (!back) {
            throw Refusal.inDoubt(
                    "RESTART-NOT-BACK",
                    node.value(),
                    node + " has not come back from its restart in time.",
                    "Look at its console.");
        }
        return new Outcome.Succeeded(node + " has restarted and is back.");
    }

    /** A node that is just restarting, for a process that is gone, is asked when it answers again. */
    private String requested(Order order, NodeId node, Instant until, boolean always) throws Refusal {
        while (true) {
            try {
                return request(order, node, always);
            } catch (Refusal refusal) {
                boolean late =
                        !cluster.now().isBefore(until) || Thread.currentThread().isInterrupted();
                if (!refusal.isUnanswered() || late) {
                    throw refusal;
                }
                cluster.host().pause();
            }
        }
    }

    /** Asks for it once; the boot before, a word for a boot that is over, or nothing where none is asked for. */
    private String request(Order order, NodeId node, boolean always) throws Refusal {
        var report = cluster.report(node);
        var once = Jobs.name(order.action().run() + "/" + order.step().id());
        var asked = cluster.nodes().registry(node.value(), KEY).orElse(Map.of()).get(once);
        if (asked != null && !asked.equals(report.boot())) {
            return asked;
        }
        if (asked == null && !always && !report.pending()) {
            return "";
        }
        refuseBusy(node);
        refuseOwner(node);
        cluster.nodes().write(node.value(), KEY, once, report.boot());
        List<String> words = List.of("shutdown.exe", "-r", "-f", "-m", "\\\\" + node.value(), "-t", "0");
        switch (cluster.host().run(Host.CALL, words)) {
            case Reply.Ended said
            when !said.succeeded() ->
                throw Refusal.failed(
                        "EXCHANGE-COMMAND",
                        node.value(),
                        "The restart of " + node + " failed: " + said.words(),
                        "Look at the rights of the account on " + node + ".");
            case Reply.NotSent(String reason) ->
                throw Refusal.failed("EXCHANGE-NO-ANSWER", node.value(), reason, "Make the management host reachable.");
            // Whether it was asked for, the node's next boot says.
            case Reply.Lost(String reason) ->
                throw Refusal.inDoubt("EXCHANGE-NO-ANSWER", node.value(), reason, "The run asks again.");
            case Reply.Ended _ -> {
                // It was asked for.
            }
        }
        return report.boot();
    }

    private void refuseBusy(NodeId node) throws Refusal {
        var running = cluster.nodes().installers(node.value()).orElse(List.of("something that could not be seen"));
        if (!running.isEmpty()) {
            throw Refusal.failed(
                    "RESTART-INSTALLER",
                    node.value(),
                    node + " is not restarted, because " + running.getFirst() + " runs there.",
                    "Wait until it has ended.");
        }
    }

    private void refuseOwner(NodeId node) throws Refusal {
        if (cluster.alone() || cluster.host().settings().platform().equals("exchange-5.5")) {
            return;
        }
        var owned = cluster.look().groups().values().stream()
                .filter(group -> group.isOn(node.value()))
                .map(ClusterLook.Group::name)
                .toList();
        if (!owned.isEmpty()) {
            throw Refusal.failed(
                    "RESTART-NOT-DRAINED",
                    node.value(),
                    node + " is not restarted, because it owns " + String.join(", ", owned) + ".",
                    "Move it first.");
        }
    }
}
