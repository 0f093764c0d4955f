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
        refuseWizard(setup);
        var said = new Work(cluster, order, node).run(SETUP, Map.of("setup", setup, "mode", mode));
        var finding = SetupExit.judge(node, mode, said);
        if (finding.isPresent()) {
            throw new Refusal(finding.get(), false);
        }
        return new Outcome.Succeeded("Setup " + mode + " on " + node + " says that it has completed.");
    }

    /** A bare name may start the graphical setup, which is not supported for a clustered mailbox server (P1). */
    private static void refuseWizard(String setup) throws Refusal {
        if (!setup.toLowerCase(java.util.Locale.ROOT).endsWith("\\setup.com")) {
            throw Refusal.failed(
                    "EXCHANGE-WIZARD",
                    setup,
                    setup + " is not run, because only Setup.com by its full name upgrades a clustered mailbox server.",
                    "Name the medium's Setup.com in the patch.");
        }
    }
}
