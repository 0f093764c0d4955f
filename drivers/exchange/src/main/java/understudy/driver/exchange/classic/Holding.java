package understudy.driver.exchange.classic;

import java.time.Duration;
import java.util.List;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.procedure.Verb.ServiceState;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** Keeps a service of a node in a state by {@code sc \\NODE}, and gives back the one that it was in. How it starts is never changed. */
final class Holding {
    private static final int RUNNING = 4;
    private static final int STOPPED = 1;

    private final Cluster cluster;

    Holding(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome hold(Order order, NodeId node, String service, ServiceState wanted) throws Refusal {
        var state = cluster.nodes().serviceState(node.value(), service);
        if (state.isEmpty()) {
            if (cluster.nodes().lacksService(node.value(), service)) {
                return new Outcome.Succeeded(node + " has no service " + service + ", so that none is held.");
            }
            throw Refusal.failed(
                    "EXCHANGE-NO-ANSWER", node.value(), node + " does not answer.", "Make " + node + " reachable.");
        }
        boolean runs = state.get() == RUNNING;
        boolean changes = wanted == ServiceState.STOPPED ? runs : wanted == ServiceState.RUNNING && !runs;
        var entry = Entries.service(
                order.action().run(), node, order.step().source().id(), service, runs ? "running" : "stopped");
        if (changes) {
            order.ledger().open(entry);
            cluster.markNode(entry);
        }
        if (wanted == ServiceState.RESTARTED && runs) {
            reach(node, service, false);
        }
        reach(node, service, wanted != ServiceState.STOPPED);
        return new Outcome.Succeeded(service + " on " + node + " is as the procedure wants it.");
    }

    /** A restart of the node has started again what is held stopped, or the other way round: it is held as it was. */
    void again(Order order, NodeId node) throws Refusal {
        for (LedgerEntry entry : order.ledger().open()) {
            var words = entry.before().split("=", 2);
            boolean held = entry.kind() == LedgerEntry.Kind.SERVICE
                    && entry.run().equals(order.action().run())
                    && entry.node().filter(node::equals).isPresent()
                    && words.length == 2;
            if (held) {
                reach(node, words[0], !words[1].equals("running"));
            }
        }
    }

    /** Brings the service into the state of before, and takes the mark away. */
    Outcome giveBack(LedgerEntry entry) throws Refusal {
        return cluster.again(() -> {
            var node = entry.node().orElseThrow();
            int equals = entry.before().indexOf('=');
            if (equals < 0) {
                throw Refusal.failed(
                        "EXCHANGE-KEPT",
                        entry.id(),
                        "What " + entry.id() + " held on " + node + " before is not known.",
                        "Start or stop the service by hand.");
            }
            var service = entry.before().substring(0, equals);
            reach(node, service, entry.before().substring(equals + 1).equals("running"));
            cluster.unmarkNode(entry);
            return new Outcome.Succeeded(service + " on " + node + " is as before.");
        });
    }

    private void reach(NodeId node, String service, boolean running) throws Refusal {
        int wanted = running ? RUNNING : STOPPED;
        var now = cluster.nodes().serviceState(node.value(), service);
        if (now.filter(state -> state == wanted).isPresent()) {
            return;
        }
        cluster.host()
                .change(
                        "to " + (running ? "start " : "stop ") + service + " on " + node,
                        Host.CALL,
                        List.of("sc.exe", "\\\\" + node.value(), running ? "start" : "stop", service));
        boolean reached = cluster.await(
                nodes -> nodes.serviceState(node.value(), service)
                        .filter(state -> state == wanted)
                        .isPresent(),
                cluster.now().plus(Duration.ofMinutes(5)));
        if (!reached) {
            throw Refusal.inDoubt(
                    "EXCHANGE-SERVICE",
                    node.value(),
                    "The service " + service + " on " + node + " has not " + (running ? "started" : "stopped")
                            + " in time.",
                    "Look at it in the event log of " + node + ".");
        }
    }
}
