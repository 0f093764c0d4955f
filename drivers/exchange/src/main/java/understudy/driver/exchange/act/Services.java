package understudy.driver.exchange.act;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Fact;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.procedure.Verb.ServiceState;
import understudy.driver.exchange.Marks;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.windows.PowerShellScript;
import understudy.remote.windows.Said;

/** Keeps a service of a node in a state, and gives back the one that it was in. How it starts is never changed. */
final class Services {
    private static final Duration CALL = Duration.ofMinutes(10);
    private static final PowerShellScript SERVICE = PowerShellScript.of(Services.class, "service");

    private final Cluster cluster;

    Services(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome hold(Order order, NodeId node, String service, ServiceState wanted) throws Refusal {
        // A node that gives no answer is not one that has no such service.
        var before = state(cluster.report(node).facts(), service);
        if (before.isEmpty()) {
            return new Outcome.Succeeded(node + " has no service " + service + ", so that none is held.");
        }
        var state = wanted.name().toLowerCase(Locale.ROOT);
        boolean changes = wanted != ServiceState.RESTARTED && !before.get().equals(state);
        var entry = Entries.service(
                order.action().run(), node, order.step().source().id(), service, before.get());
        if (changes) {
            order.ledger().open(entry);
        }
        var said = run(node, service, state, changes ? Marks.name(entry) : "", changes ? Marks.value(entry) : "");
        var expected = wanted == ServiceState.STOPPED ? "Stopped" : "Running";
        if (!said.first("state").orElse("").equals(expected)) {
            throw Refusal.failed(
                    "EXCHANGE-SERVICE",
                    node.value(),
                    "The service " + service + " on " + node + " is not " + expected.toLowerCase(Locale.ROOT) + ".",
                    "Look at it in the event log of " + node + ".");
        }
        return new Outcome.Succeeded(service + " on " + node + " is " + expected.toLowerCase(Locale.ROOT) + ".");
    }

    /** A restart of the node has started again what is held stopped, or the other way round: it is held as it was. */
    void holdAgain(Order order, NodeId node) throws Refusal {
        List<Fact> facts = cluster.report(node).facts();
        for (LedgerEntry entry : order.ledger().open()) {
            var words = entry.before().split("=", 2);
            boolean held = entry.kind() == LedgerEntry.Kind.SERVICE
                    && entry.run().equals(order.action().run())
                    && entry.node().filter(node::equals).isPresent()
                    && words.length == 2
                    && !entry.before().startsWith(StartTypes.PREFIX);
            if (held && state(facts, words[0]).equals(Optional.of(words[1]))) {
                var wanted = words[1].equals("running") ? "stopped" : "running";
                run(node, words[0], wanted, Marks.name(entry), Marks.value(entry));
            }
        }
    }

    /** {@code running} or {@code stopped}; empty where the node has no such service. */
    private static Optional<String> state(List<Fact> facts, String service) {
        return facts.stream()
                .filter(fact -> fact.name().equalsIgnoreCase("service." + service))
                .map(fact -> fact.value().startsWith("Running") ? "running" : "stopped")
                .findFirst();
    }

    /** Brings the service into the state of before, and takes the mark away. */
    Outcome giveBack(LedgerEntry entry) throws Refusal {
        if (entry.before().startsWith(StartTypes.PREFIX)) {
            return new StartTypes(cluster).giveBack(entry);
        }
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
        run(node, service, entry.before().substring(equals + 1), Marks.name(entry), "");
        return new Outcome.Succeeded(service + " on " + node + " is as before.");
    }

    private Said run(NodeId node, String service, String state, String mark, String value) throws Refusal {
        return cluster.ask(
                node, SERVICE, Map.of("service", service, "state", state, "mark", mark, "value", value), CALL);
    }
}
