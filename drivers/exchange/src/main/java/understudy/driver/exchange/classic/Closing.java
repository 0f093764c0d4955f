package understudy.driver.exchange.classic;

import java.util.Optional;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/**
 * An owner with older binaries is paused while a virtual server that is online leaves it for newer ones: the owner cannot lose its right before,
 * and paused it keeps what it has and gets nothing back (G4). It is resumed once it has lost the right, or has the newer binaries itself.
 */
final class Closing {
    private final Cluster cluster;

    Closing(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Pauses the owner for this move; empty where there is no reason, or it is paused already. */
    Optional<LedgerEntry> before(Order order, ClusterLook look, NodeId to) throws Refusal {
        var owner = order.step().from();
        if (owner.isEmpty() || !look.isUp(owner.get().value()) || !isOlder(owner.get(), to)) {
            return Optional.empty();
        }
        var entry = Entries.paused(order.action().run(), owner.get());
        order.ledger().open(entry);
        if (!look.isMarked(entry)) {
            cluster.markCluster(entry);
        }
        node(owner.get(), "/pause");
        return Optional.of(entry);
    }

    /** What is not known counts as older. */
    private boolean isOlder(NodeId node, NodeId than) throws Refusal {
        var its = cluster.report(node).binaries();
        var others = cluster.report(than).binaries();
        return its.isEmpty() || others.isEmpty() || its.get().compareTo(others.get()) < 0;
    }

    /** The node's pause is over, if this run has made it; of a node that is down it survives, and is given back once it rejoins, or at the end. */
    void over(Order order, NodeId node) throws Refusal {
        var entry = Entries.paused(order.action().run(), node);
        boolean ours = order.ledger().open().stream().anyMatch(open -> open.id().equals(entry.id()));
        if (ours && !cluster.look().status(node.value()).equals("down")) {
            resume(entry);
            order.ledger().returned(entry);
        }
    }

    Outcome giveBack(LedgerEntry entry) throws Refusal {
        return cluster.again(() -> resume(entry));
    }

    private Outcome resume(LedgerEntry entry) throws Refusal {
        var node = entry.node().orElseThrow();
        var look = cluster.look();
        if (!look.isMarked(entry)) {
            return new Outcome.Succeeded("Nothing of ours has paused " + node + ".");
        }
        if (look.status(node.value()).equals("down")) {
            throw Refusal.failed(
                    "EXCHANGE-NO-ANSWER",
                    node.value(),
                    node + " is not resumed, because it is down; its pause survives that.",
                    "Start it, then: " + entry.byHand());
        }
        if (look.status(node.value()).equals("paused")) {
            node(node, "/resume");
        }
        cluster.unmarkCluster(entry);
        return new Outcome.Succeeded(node + " may take groups again.");
    }

    private void node(NodeId node, String option) throws Refusal {
        cluster.host()
                .cluster(
                        (option.equals("/pause") ? "the pause of " : "the end of the pause of ") + node,
                        Host.CALL,
                        "node",
                        node.value(),
                        option);
    }
}
