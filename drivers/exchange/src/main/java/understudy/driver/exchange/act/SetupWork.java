package understudy.driver.exchange.act;

import java.util.Map;
import understudy.core.model.NodeId;
import understudy.driver.exchange.Medium;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.windows.PowerShellScript;

/** Runs the service pack's {@code Setup.com} on a node, once for each action. */
final class SetupWork {
    private static final PowerShellScript SETUP = PowerShellScript.of(SetupWork.class, "setup");

    private final Cluster cluster;

    SetupWork(Cluster cluster) {
        this.cluster = cluster;
    }

    /** @param mode {@code /m:upgrade} for the node's binaries, {@code /upgradecms} for the mailbox server that it owns */
    Outcome run(Order order, NodeId node, String mode) throws Refusal {
        var setup = Medium.setup(order.patch())
                .orElseThrow(() -> Refusal.failed(
                        "EXCHANGE-NO-MEDIUM",
                        order.patch().id(),
                        "The patch " + order.patch().id() + " names no Setup.com.",
                        "Name the medium's files in the patch."));
        var said = new Work(cluster, order, node).run(SETUP, Map.of("setup", setup.path(), "mode", mode));
        new Verdict(cluster, order, node).judge("Setup " + mode, said);
        return new Outcome.Succeeded(
                "Setup " + mode + " on " + node + " says that it has completed" + Verdict.session(said) + ".");
    }
}
