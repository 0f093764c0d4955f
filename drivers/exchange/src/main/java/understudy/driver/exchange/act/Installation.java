package understudy.driver.exchange.act;

import java.util.List;
import java.util.Map;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.driver.exchange.Medium;
import understudy.driver.exchange.observe.NodeReport;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.windows.PowerShellScript;
import understudy.remote.windows.WindowsJobs;

/** A node's binaries get the service pack or the rollup, while the node owns nothing and nothing else is installed there. */
final class Installation {
    private static final PowerShellScript ROLLUP = PowerShellScript.of(Installation.class, "rollup");

    private final Cluster cluster;

    Installation(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome run(Order order, NodeId node) throws Refusal {
        var work = new Work(cluster, order, node);
        if (!work.hasBegun()) {
            refuseOwner(node);
            refuseOthers(node);
            new Services(cluster).holdAgain(order, node);
        }
        var rollup = Medium.rollup(order.patch());
        return Medium.setup(order.patch()).isEmpty() && rollup.isPresent()
                ? rollup(order, node, rollup.get().path())
                : new SetupWork(cluster).run(order, node, "/m:upgrade");
    }

    /** It disables services while it works, and a failure leaves them so: how each starts is written down first and compared afterwards. */
    private Outcome rollup(Order order, NodeId node, String file) throws Refusal {
        var types = new StartTypes(cluster);
        LedgerEntry entry = types.record(order, node);
        var log = "C:\\Understudy\\jobs\\" + WindowsJobs.name(order.action().toString()) + "\\rollup.log";
        var said = new Work(cluster, order, node).run(ROLLUP, Map.of("file", file, "log", log));
        List<String> repaired = types.repair(entry);
        new Verdict(cluster, order, node).judge("The rollup", said);
        return new Outcome.Succeeded("The rollup on " + node + " says that it has completed" + Verdict.session(said)
                + "." + (repaired.isEmpty() ? "" : " Repaired: " + String.join("; ", repaired) + "."));
    }

    /** Setup and the rollups recycle the Cluster service, which takes with it whatever the node owns (G1). */
    private void refuseOwner(NodeId node) throws Refusal {
        List<String> owned = cluster.look().ownedBy(node.value());
        if (!owned.isEmpty()) {
            throw Refusal.failed(
                    "EXCHANGE-INSTALL-OWNS",
                    node.value(),
                    "Nothing is installed on " + node + ", because it owns " + String.join(", ", owned) + ".",
                    "Drain it first.");
        }
    }

    /** In whatever session it runs, another installer holds files and the installer's own lock (G9). */
    private void refuseOthers(NodeId node) throws Refusal {
        NodeReport report = cluster.report(node);
        if (report.installs()) {
            throw Refusal.failed(
                    "EXCHANGE-INSTALLER",
                    node.value(),
                    "Nothing is installed on " + node + ", because "
                            + report.said().first("installer").orElse("an installer") + " runs there.",
                    "Wait until it has ended, in every logon session.");
        }
    }
}
