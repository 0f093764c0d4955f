package understudy.driver.exchange.classic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/**
 * A node leaves the cluster: its groups go to another node, its Cluster service is stopped and does not start by itself, so that a restart
 * does not bring it back (catalogue P5, P6). A virtual server that is online is never moved by this.
 */
final class Leaving {
    private static final int RUNNING = 4;
    private static final int STOPPED = 1;

    private final Cluster cluster;

    Leaving(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome leave(Order order, NodeId node) throws Refusal {
        var look = cluster.look();
        var here = look.groups().values().stream()
                .filter(group -> group.isOn(node.value()))
                .toList();
        for (ClusterLook.Group group : here) {
            if (group.serves()) {
                throw Refusal.failed(
                        "EXCHANGE-LEAVES-SERVING",
                        node.value(),
                        node + " does not leave the cluster, because it hosts " + group.name() + ".",
                        "Hand it over first.");
            }
        }
        for (ClusterLook.Group group : here) {
            var target = target(look, node);
            cluster.host()
                    .cluster(
                            "the move of " + group.name() + " to " + target,
                            Duration.ofMinutes(6),
                            "group",
                            group.name(),
                            "/moveto:" + target,
                            "/wait:300");
        }
        var report = cluster.report(node);
        var entry = Entries.membership(order.action().run(), node);
        if (!report.clusterServiceIsHeld() || !cluster.isMarkedOnNode(report, entry)) {
            order.ledger().open(entry);
            cluster.markNode(entry);
        }
        if (report.clusterStart().filter(type -> type == 2).isPresent()) {
            service(node, "config", "start=", "demand");
        }
        if (report.clusterServiceRuns()) {
            service(node, "stop");
        }
        reach(node, STOPPED, order.deadline());
        return new Outcome.Succeeded(node + " is out of the cluster, and stays so through a restart.");
    }

    private static String target(ClusterLook look, NodeId node) throws Refusal {
        return look.nodes().keySet().stream()
                .filter(name -> !name.equalsIgnoreCase(node.value()) && look.isUp(name))
                .findFirst()
                .orElseThrow(() -> Refusal.failed(
                        "EXCHANGE-DRAINED-NOWHERE",
                        node.value(),
                        node + " does not leave the cluster, because no other node is up and open for its groups.",
                        "Resume or start another node first."));
    }

    Outcome rejoin(Order order, NodeId node) throws Refusal {
        return cluster.again(() -> rejoinOnce(node, order.deadline(), () -> {
            var entry = Entries.membership(order.action().run(), node);
            cluster.unmarkNode(entry);
            order.ledger().returned(entry);
            new Closing(cluster).over(order, node);
        }));
    }

    /** Lets the node back if it was ours that keeps it out, and nothing on it is half done. */
    Outcome giveBack(LedgerEntry entry) throws Refusal {
        var node = entry.node().orElseThrow();
        return cluster.again(() -> {
            var report = cluster.report(node);
            if (!cluster.isMarkedOnNode(report, entry) && !report.clusterServiceIsHeld()) {
                return new Outcome.Succeeded("Nothing of ours keeps " + node + " out of the cluster.");
            }
            if (new Jobs(cluster).isHalfDone(node)) {
                throw Refusal.failed(
                        "EXCHANGE-NOT-RELEASED",
                        node.value(),
                        node + " stays out of the cluster, because an installation on it broke off.",
                        "Repair it, then: " + entry.byHand());
            }
            refuseBeforeUpgrade(report, node, entry);
            return rejoinOnce(node, Duration.ofMinutes(10), () -> cluster.unmarkNode(entry));
        });
    }

    /** A virtual server that is still to be upgraded could fail over to this node's newer binaries, and would not start there (event 1025). */
    private void refuseBeforeUpgrade(Nodes.Report report, NodeId node, LedgerEntry entry) throws Refusal {
        var versions = cluster.look().versions();
        for (var server : versions.entrySet()) {
            boolean older = report.binaries()
                    .filter(binaries -> Upgrading.isOlder(server.getValue(), binaries))
                    .isPresent();
            if (older) {
                throw Refusal.failed(
                        "EXCHANGE-NOT-RELEASED",
                        node.value(),
                        node + " stays out of the cluster, because " + server.getKey()
                                + " is not upgraded yet and could fail over to its newer binaries (event 1025).",
                        "Resume the run; or take the services of " + server.getKey() + " offline, then: "
                                + entry.byHand());
            }
        }
    }

    /** What is done once the node is back. */
    private interface AtTheEnd {
        void run() throws Refusal;
    }

    private Outcome rejoinOnce(NodeId node, Duration deadline, AtTheEnd then) throws Refusal {
        var report = cluster.report(node);
        if (report.clusterStart().filter(type -> type != 2).isPresent()) {
            service(node, "config", "start=", "auto");
        }
        if (!report.clusterServiceRuns()) {
            service(node, "start");
        }
        reach(node, RUNNING, deadline);
        then.run();
        return new Outcome.Succeeded(node + " is back in the cluster.");
    }

    private void service(NodeId node, String verb, String... options) throws Refusal {
        List<String> words =
                new java.util.ArrayList<>(List.of("sc.exe", "\\\\" + node.value(), verb, Nodes.CLUSTER_SERVICE));
        words.addAll(List.of(options));
        cluster.host().change("to " + verb + " the Cluster service of " + node, Host.CALL, words);
    }

    /** sc does not wait for what it asks for. */
    private void reach(NodeId node, int wanted, Duration deadline) throws Refusal {
        Instant until = cluster.now().plus(deadline);
        boolean reached = cluster.await(
                nodes -> nodes.serviceState(node.value(), Nodes.CLUSTER_SERVICE)
                        .filter(state -> state == wanted)
                        .isPresent(),
                until);
        if (!reached) {
            throw Refusal.inDoubt(
                    "EXCHANGE-SERVICE",
                    node.value(),
                    "The Cluster service of " + node + " has not " + (wanted == RUNNING ? "started" : "stopped")
                            + " in time.",
                    "Look at it in the event log of " + node + ".");
        }
    }
}
