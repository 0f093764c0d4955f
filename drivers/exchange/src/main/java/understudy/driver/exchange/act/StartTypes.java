package understudy.driver.exchange.act;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import understudy.core.model.Fact;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.driver.exchange.Marks;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.windows.PowerShellScript;

/** How the services start that a rollup sets to Disabled while it works (P2): written down before, compared and repaired after. */
final class StartTypes {
    /** What an entry's text of before begins with. */
    static final String PREFIX = "start-types:";

    private static final Duration CALL = Duration.ofMinutes(10);
    private static final PowerShellScript SCRIPT = PowerShellScript.of(StartTypes.class, "start-types");

    private final Cluster cluster;

    StartTypes(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Written down once for a node's visit: what an interrupted rollup has left must not count as what was before. */
    LedgerEntry record(Order order, NodeId node) throws Refusal {
        var step = order.step().source().id();
        var id = Entries.service(order.action().run(), node, step, "", "").id();
        var known = order.ledger().open().stream()
                .filter(entry ->
                        entry.run().equals(order.action().run()) && entry.id().equals(id))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        var before = cluster.report(node).facts().stream()
                .filter(StartTypes::isTouched)
                .map(fact -> fact.name().substring("service.".length()) + " " + fact.value())
                .collect(Collectors.joining(";"));
        var entry = Entries.startTypes(order.action().run(), node, step, PREFIX + before);
        order.ledger().open(entry);
        ask(entry, node, Marks.value(entry), "");
        return entry;
    }

    /** Exchange's own services, and those that it stops with them. */
    private static boolean isTouched(Fact fact) {
        var name = fact.name();
        return name.startsWith("service.MSExchange")
                || name.startsWith("service.msftesql")
                || name.equals("service.W3SVC")
                || name.equals("service.IISADMIN")
                || name.equals("service.ClusSvc");
    }

    /** Each service starts as before, and runs where it ran; what had to be done for it, in words. */
    List<String> repair(LedgerEntry entry) throws Refusal {
        // The mark stays until the node's visit gives the entry back, after its last restart.
        return ask(entry, entry.node().orElseThrow(), Marks.value(entry), services(entry));
    }

    Outcome giveBack(LedgerEntry entry) throws Refusal {
        var repaired = ask(entry, entry.node().orElseThrow(), "", services(entry));
        return new Outcome.Succeeded("The services on " + entry.node().orElseThrow() + " start as before"
                + (repaired.isEmpty() ? "." : ": " + String.join("; ", repaired) + "."));
    }

    private List<String> ask(LedgerEntry entry, NodeId node, String mark, String services) throws Refusal {
        var values = Map.of("mark", Marks.name(entry), "value", mark, "services", services);
        return cluster.ask(node, SCRIPT, values, CALL).all("repaired");
    }

    /** Name, state and start-up type, as the script reads them. */
    private static String services(LedgerEntry entry) {
        return entry.before().substring(PREFIX.length()).replace(';', '\n').replace(' ', '\t');
    }
}
