package understudy.driver.exchange.classic;

import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** The version fence at the cluster (G4): a node without the newer binaries is no possible owner of the group's resources. */
final class Fencing {
    private final Cluster cluster;

    Fencing(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome withdraw(Order order, GroupId group, NodeId node) throws Refusal {
        var look = cluster.look();
        var entry = Entries.withdrawn(order.action().run(), group, node);
        order.ledger().open(entry);
        if (!look.isMarked(entry)) {
            cluster.markCluster(entry);
        }
        owners(cluster.group(look, group), node, false);
        new Closing(cluster).over(order, node);
        return new Outcome.Succeeded(node + " may not host " + group + " until it is given back.");
    }

    /** Gives the right back, if it was ours to take. */
    Outcome grant(LedgerEntry entry) throws Refusal {
        return cluster.again(() -> {
            var node = entry.node().orElseThrow();
            var group = entry.group().orElseThrow();
            var look = cluster.look();
            if (!look.isMarked(entry)) {
                return new Outcome.Succeeded("Nothing of ours keeps " + group + " from " + node + ".");
            }
            owners(cluster.group(look, group), node, true);
            cluster.unmarkCluster(entry);
            return new Outcome.Succeeded(node + " may host " + group + " again.");
        });
    }

    /** A right that is as wanted already is left out, because cluster.exe refuses to give or take it twice. */
    private void owners(ClusterLook.Group group, NodeId node, boolean wanted) throws Refusal {
        for (ClusterLook.Resource resource : group.resources()) {
            if (resource.mayBeOwnedBy(node.value()) != wanted) {
                cluster.host()
                        .cluster(
                                "to " + (wanted ? "let " : "keep ") + node + (wanted ? " host " : " from ")
                                        + group.name(),
                                Host.CALL,
                                "res",
                                resource.name(),
                                (wanted ? "/addowner:" : "/removeowner:") + node);
            }
        }
    }

    Outcome await(GroupId group, NodeId node) throws Refusal {
        if (!cluster.look().mayHost(group.value(), node.value())) {
            throw Refusal.failed(
                    "EXCHANGE-MAY-NOT-HOST",
                    group.value(),
                    node + " may not host " + group + ".",
                    "Look at the possible owners of its resources; nothing was moved.");
        }
        return new Outcome.Succeeded(node + " may host " + group + ".");
    }
}
