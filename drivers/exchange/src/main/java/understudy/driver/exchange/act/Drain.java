package understudy.driver.exchange.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.driver.exchange.observe.ClusterReport;
import understudy.driver.exchange.observe.Talk;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** Pauses a node, which survives restarts, and moves every group off it; a mailbox server is never moved by this. */
final class Drain {
    private static final String WAIT = "/wait:300";

    private final Cluster cluster;

    Drain(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome drain(Order order, NodeId node) throws Refusal {
        var look = cluster.look();
        var here = groups(look, node);
        var served = here.stream().filter(look.mailboxServers()::containsKey).toList();
        if (!served.isEmpty()) {
            throw Refusal.failed(
                    "EXCHANGE-DRAIN-SERVES",
                    node.value(),
                    node + " is not drained, because it hosts " + String.join(", ", served) + ".",
                    "Hand it over first.");
        }
        boolean paused = isPaused(look, node);
        if (!paused && !isUp(look, node.value())) {
            throw Refusal.failed(
                    "EXCHANGE-DRAIN-AWAY",
                    node.value(),
                    node + " is not drained, because it is down, and only a node that is up can be paused.",
                    "Start it.");
        }
        var entry = Entries.drain(order.action().run(), node);
        List<List<String>> commands = new ArrayList<>();
        if (!paused) {
            order.ledger().open(entry);
            commands.add(Cluster.mark(entry));
            commands.add(List.of("node", node.value(), "/pause"));
        }
        if (!here.isEmpty()) {
            var target = target(look, node);
            here.forEach(group -> commands.add(List.of("group", group, "/moveto:" + target, WAIT)));
        }
        if (!commands.isEmpty()) {
            cluster.command(look, commands, "the drain of " + node);
        }
        return new Outcome.Succeeded(
                paused && !Cluster.isMarked(look, entry)
                        ? node + " was paused before, by someone else; it is left so."
                        : node + " is drained.");
    }

    /** Pauses a node and moves nothing off it; empty where it is paused already. */
    Optional<LedgerEntry> close(Order order, ClusterReport look, NodeId node) throws Refusal {
        if (isPaused(look, node)) {
            return Optional.empty();
        }
        var entry = Entries.drain(order.action().run(), node);
        order.ledger().open(entry);
        cluster.command(
                look, List.of(Cluster.mark(entry), List.of("node", node.value(), "/pause")), "the pause of " + node);
        return Optional.of(entry);
    }

    private static List<String> groups(ClusterReport look, NodeId node) {
        return look.groups().keySet().stream()
                .filter(group ->
                        look.owner(group).filter(node.value()::equalsIgnoreCase).isPresent())
                .toList();
    }

    private static boolean isPaused(ClusterReport look, NodeId node) {
        return look.nodes().entrySet().stream()
                .anyMatch(entry -> entry.getKey().equalsIgnoreCase(node.value())
                        && entry.getValue().equals("2"));
    }

    private String target(ClusterReport look, NodeId node) throws Refusal {
        return cluster.settings().nodes().stream()
                .map(one -> one.node().value())
                .filter(name -> !name.equalsIgnoreCase(node.value()))
                .filter(name -> isUp(look, name))
                .findFirst()
                .orElseThrow(() -> Refusal.failed(
                        "EXCHANGE-DRAINED-NOWHERE",
                        node.value(),
                        node + " is not drained, because no other node is up and open for its groups.",
                        "Resume or start another node first."));
    }

    /** Resumes the node if the pause is ours; one on which a setup broke off stays paused. */
    Outcome release(LedgerEntry entry) throws Refusal {
        return cluster.again(() -> releaseOnce(entry));
    }

    private Outcome releaseOnce(LedgerEntry entry) throws Refusal {
        var node = entry.node().orElseThrow();
        var look = cluster.look();
        if (!Cluster.isMarked(look, entry)) {
            return new Outcome.Succeeded(node + " carries no drain of ours.");
        }
        refuseAway(look, node);
        List<List<String>> commands = new ArrayList<>();
        if (isPaused(look, node)) {
            refuseUnfit(entry, node);
            commands.add(List.of("node", node.value(), "/resume"));
        }
        commands.add(Cluster.unmark(entry));
        cluster.command(look, commands, "the release of " + node);
        return new Outcome.Succeeded(node + " may take groups again.");
    }

    /** Down, a paused node says that it is down, and is paused again once it is back: then the pause would be nobody's. */
    private static void refuseAway(ClusterReport look, NodeId node) throws Refusal {
        if (!isUp(look, node.value()) && !isPaused(look, node)) {
            throw Refusal.failed(
                    "EXCHANGE-NO-ANSWER",
                    node.value(),
                    node + " is not released, because it is down; its pause survives that.",
                    "Start it.");
        }
    }

    private static boolean isUp(ClusterReport look, String node) {
        return look.nodes().entrySet().stream()
                .anyMatch(entry -> entry.getKey().equalsIgnoreCase(node)
                        && entry.getValue().equals("0"));
    }

    private void refuseUnfit(LedgerEntry entry, NodeId node) throws Refusal {
        var report = Talk.report(cluster.node(node));
        if (report.isEmpty() || report.get().against(List.of()) instanceof PatchState.Broken) {
            throw Refusal.failed(
                    "EXCHANGE-NOT-RELEASED",
                    node.value(),
                    node + " stays paused, because "
                            + (report.isEmpty() ? "it does not answer." : "a setup on it broke off."),
                    "Repair it, then: " + entry.byHand());
        }
    }
}
