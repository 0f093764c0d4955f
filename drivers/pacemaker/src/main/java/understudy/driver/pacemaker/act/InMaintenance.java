package understudy.driver.pacemaker.act;

import understudy.core.model.Group;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.observe.ClusterLook;

/** What is in maintenance is not touched: the cluster would not carry out what we ask of it. */
final class InMaintenance {
    private InMaintenance() {}

    static void refuse(ClusterLook look, NodeId node) throws Refusal {
        if (look.mon().options().getOrDefault("maintenance-mode", "false").equals("true")) {
            throw new Refusal(
                    "PACEMAKER-MAINTENANCE",
                    node.value(),
                    "The whole cluster is in maintenance mode, so that nothing would move.",
                    "End it with crm_attribute --name maintenance-mode --delete.");
        }
        var there = look.mon().node(node.value());
        if (there.isEmpty()) {
            throw new Refusal(
                    "PACEMAKER-NO-SUCH-NODE",
                    node.value(),
                    "The cluster has no node " + node + ".",
                    "Compare the inventory with crm_node --list.");
        }
        if (there.get().maintenance()) {
            throw new Refusal(
                    "PACEMAKER-MAINTENANCE",
                    node.value(),
                    node + " is in maintenance, and what is in maintenance is not touched.",
                    "End it with crm_attribute --node " + node + " --name maintenance --delete.");
        }
    }

    static void refuse(Group group) throws Refusal {
        if (!group.managed()) {
            throw new Refusal(
                    "PACEMAKER-UNMANAGED",
                    group.id().value(),
                    group.id() + " is taken out of the cluster's hands, and is not touched.",
                    "Give it back with crm_resource --resource " + group.id()
                            + " --meta --delete-parameter is-managed.");
        }
    }
}
