package understudy.driver.exchange.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.driver.exchange.Medium;
import understudy.driver.exchange.observe.Copies;
import understudy.driver.exchange.observe.NodeReport;
import understudy.driver.exchange.observe.Talk;
import understudy.driver.exchange.ready.Readiness;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.windows.PowerShellScript;

/** The checks that a procedure may name. */
final class Checks {
    private static final PowerShellScript SHELL = PowerShellScript.of(Checks.class, "shell-opens");

    private final Cluster cluster;

    Checks(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome run(Order order, String check) throws Refusal {
        return switch (check) {
            case "exchange.ready" -> ready(order);
            case "exchange.shell-opens" -> shellOpens(order, nodeOf(order));
            case "exchange.copies-healthy" -> copiesHealthy(order);
            case "exchange.at-the-end" -> atTheEnd(order);
            default ->
                throw Refusal.failed(
                        "EXCHANGE-UNSUPPORTED",
                        check,
                        "The Exchange driver has no check " + check + ".",
                        "Take the step out of the procedure, or correct its name.");
        };
    }

    private static NodeId nodeOf(Order order) throws Refusal {
        return order.step()
                .node()
                .orElseThrow(() -> Refusal.failed(
                        "STEP-INCOMPLETE",
                        order.step().id().value(),
                        "The step " + order.step().id() + " names no node.",
                        ""));
    }

    /** Everything that `check` looks at, once more, at the last moment at which nothing has been touched. */
    private Outcome ready(Order order) throws Refusal {
        List<Finding> findings = new Readiness(cluster.settings(), cluster.talk()).check(order.patch());
        List<Finding> blocking = findings.stream().filter(Finding::blocks).toList();
        if (!blocking.isEmpty()) {
            throw Refusal.failed(
                    "EXCHANGE-NOT-READY",
                    cluster.settings().cluster(),
                    blocking.stream().map(Finding::sentence).collect(Collectors.joining(" ")),
                    blocking.getFirst().remedy());
        }
        String said = order.patch().statements().stream()
                .map(statement -> statement.about() + ": " + statement)
                .collect(Collectors.joining("; "));
        return new Outcome.Succeeded("Nothing speaks against it." + (said.isEmpty() ? "" : " Stated: " + said + "."));
    }

    private Outcome shellOpens(Order order, NodeId node) throws Refusal {
        var look = cluster.look();
        var servers =
                look.isAlone() ? "" : String.join("\n", look.mailboxServers().keySet());
        cluster.ask(node, SHELL, Map.of("servers", servers), order.deadline());
        return new Outcome.Succeeded("An Exchange shell opens on " + node + ".");
    }

    /** Waits until every copy has caught up: after the restart of the node that has it, and at the end. */
    private Outcome copiesHealthy(Order order) throws Refusal {
        var last = new AtomicReference<>("the cluster does not answer");
        boolean healthy = cluster.await(
                look -> look.mailboxServers().keySet().stream().allMatch(server -> {
                    var against = Copies.against(look, server);
                    against.ifPresent(last::set);
                    return against.isEmpty();
                }),
                cluster.now().plus(order.deadline()));
        if (!healthy) {
            throw Refusal.failed(
                    "EXCHANGE-COPIES",
                    cluster.settings().cluster(),
                    "The copies of " + cluster.settings().cluster() + " are not healthy in time: " + last.get() + ".",
                    "Look at Get-StorageGroupCopyStatus; Resume-StorageGroupCopy or a reseed may be due.");
        }
        return new Outcome.Succeeded("Every copy is healthy and has caught up.");
    }

    /** At the end every node has what was frozen as its target, and every mailbox server is served (G13, G14). */
    private Outcome atTheEnd(Order order) throws Refusal {
        awaitServed(order);
        var targets = order.targets();
        List<NodeReport> reports = new ArrayList<>();
        for (NodeId node : targets.byNode().keySet()) {
            var told = Talk.report(cluster.node(node));
            told.ifPresent(reports::add);
            var state = told.map(report -> report.against(targets.of(node)))
                    .orElse(new PatchState.Unknown(node + " did not answer."));
            if (!state.isPatched()) {
                throw Refusal.failed(
                        "EXCHANGE-VERSIONS",
                        node.value(),
                        "At the end " + node + " does not have the versions that were wanted: " + said(state),
                        "Look at ExchangeSetup.log there, then resume.");
            }
        }
        return new Outcome.Succeeded("Every node has the version that was wanted."
                + (Medium.setup(order.patch()).isEmpty() ? "" : afterAServicePack(reports)));
    }

    /** What no program can answer for. */
    private static String afterAServicePack(List<NodeReport> reports) {
        var said = new StringBuilder(
                " Back up every database again now: what was backed up before cannot be restored over a service pack.");
        for (NodeReport report : reports) {
            if (report.facts().stream().anyMatch(fact -> fact.name().equals("service.MSExchangeUM"))) {
                said.append(" See that Unified Messaging on ")
                        .append(report.node())
                        .append(" is configured as before, and add its language packs again: Setup.com"
                                + " /AddUmLanguagePack:LANGUAGE /s:SOURCE.");
            }
        }
        return said.toString();
    }

    /** The cluster may just be in a failover of its own: the run does not end in the middle of it. */
    private void awaitServed(Order order) throws Refusal {
        var last = new AtomicReference<>("the cluster does not answer");
        boolean served = cluster.await(
                look -> {
                    var down = look.mailboxServers().entrySet().stream()
                            .filter(server -> !server.getValue().equals("Online")
                                    || !look.failed(server.getKey()).isEmpty())
                            .map(server -> server.getKey() + " is " + server.getValue()
                                    + look.failed(server.getKey()).stream()
                                            .map(part -> ", with " + part + " down")
                                            .collect(Collectors.joining()))
                            .toList();
                    last.set(String.join("; ", down));
                    return down.isEmpty();
                },
                cluster.now().plus(order.deadline()));
        if (!served) {
            throw Refusal.failed(
                    "EXCHANGE-NOT-SERVED",
                    cluster.settings().cluster(),
                    "At the end not every mailbox server is served: " + last.get() + ".",
                    "Look at it with Get-ClusteredMailboxServerStatus.");
        }
    }

    private static String said(PatchState state) {
        return switch (state) {
            case PatchState.Patched(), PatchState.NotVersioned() -> "it has them.";
            case PatchState.Behind(var changes) ->
                "it is at " + changes.getFirst().from() + " and not at "
                        + changes.getFirst().to() + ".";
            case PatchState.Broken(String reason, String _) -> reason;
            case PatchState.Unknown(String reason) -> reason;
        };
    }
}
