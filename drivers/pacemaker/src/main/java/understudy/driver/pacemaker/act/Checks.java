package understudy.driver.pacemaker.act;

import understudy.core.model.GroupHealth;
import understudy.core.model.PatchState;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.node.NodeReport;
import understudy.driver.pacemaker.observe.Observer;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** Proves that a node, or the cluster, is as it should be. */
final class Checks {
    private final Cluster cluster;

    Checks(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The node reaches every target. */
    Outcome verify(Order order, NodeLink link) throws Refusal {
        var state = Observer.report(link)
                .map((NodeReport report) -> report.against(order.targets()))
                .orElse(new PatchState.Unknown(link.nodeName() + " did not answer."));
        return switch (state) {
            case PatchState.Patched(), PatchState.NotVersioned() ->
                new Outcome.Succeeded(link.nodeName() + " reaches every target.");
            case PatchState.Behind(var changes) ->
                throw new Refusal(
                        "VERIFY-BEHIND",
                        link.nodeName(),
                        link.nodeName() + " is below " + changes.size() + " of its targets, first "
                                + changes.getFirst().component() + " "
                                + changes.getFirst().to() + ".",
                        "Install them.");
            case PatchState.Broken(String reason, String remedy) ->
                throw new Refusal("VERIFY-BROKEN", link.nodeName(), reason, remedy);
            case PatchState.Unknown(String reason) ->
                throw new Refusal("VERIFY-UNKNOWN", link.nodeName(), reason, "Try again.", true);
        };
    }

    /** {@code cluster.healthy}: every node a member, every group that should run served, nothing under way. */
    Outcome check(String check) throws Refusal {
        if (!check.equals("cluster.healthy")) {
            throw Refusal.unsupported(
                    "The check " + check + " is not known to this driver (it knows: cluster.healthy)");
        }
        var look = cluster.look();
        var ill = cluster.groups(look).stream()
                .filter(group -> group.health() == GroupHealth.FAILED || group.health() == GroupHealth.CHANGING)
                .map(group -> group.id().value())
                .toList();
        var away = look.mon().nodes().stream()
                .filter(node -> node.isFullNode() && !node.membership().isMember())
                .map(node -> node.name())
                .toList();
        if (ill.isEmpty() && away.isEmpty() && look.isIdle()) {
            return new Outcome.Succeeded("Every node is a member and every group is served.");
        }
        throw new Refusal(
                "CLUSTER-NOT-HEALTHY",
                cluster.settings().cluster(),
                "The cluster is not healthy: "
                        + (away.isEmpty() ? "" : "away are " + String.join(", ", away) + "; ")
                        + (ill.isEmpty() ? "" : "not served are " + String.join(", ", ill) + "; ")
                        + (look.isIdle() ? "nothing" : "a transition") + " is under way.",
                "Look at it with crm_mon -1.");
    }
}
