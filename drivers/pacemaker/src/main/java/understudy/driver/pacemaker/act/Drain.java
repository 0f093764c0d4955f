package understudy.driver.pacemaker.act;

import java.util.List;
import java.util.Optional;
import understudy.core.model.Group;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.Marks;
import understudy.driver.pacemaker.act.Cluster.Waited;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/**
 * Puts a node in standby, which survives restarts, and waits until nothing runs there. That every group finds another home is
 * simulated before, because a drain to nowhere exits with 0 while the service is down; and looked at after.
 */
final class Drain {
    private final Cluster cluster;

    Drain(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome drain(Order order, NodeId node) throws Refusal {
        var look = cluster.look();
        InMaintenance.refuse(look, node);
        var entry = Entries.drain(order.action().run(), node);
        boolean ours = Marks.in(look.cib()).stream()
                .anyMatch(mark -> mark.run().equals(entry.run()) && mark.entry().equals(entry.id()));
        boolean standby = look.cib().standbyConfigured(node.value());
        var served = cluster.served(look);
        if (!standby) {
            var edit = CibEdit.standby(look.cib(), entry, node);
            refuseHomeless(look, node, cluster.simulate(Optional.of(edit)));
            order.ledger().open(entry);
            cluster.mustEdit(edit, "the standby of " + node);
        }
        var outcome = await(order, entry, served);
        return standby && !ours && outcome instanceof Outcome.Succeeded
                ? new Outcome.Succeeded(node + " was in standby before, by someone else; it is left so.")
                : outcome;
    }

    private Outcome await(Order order, LedgerEntry entry, List<String> served) throws Refusal {
        var node = entry.node().orElseThrow();
        var until = cluster.clock().instant().plus(order.deadline());
        return switch (cluster.await(look -> isEmpty(look, node), until, List.of())) {
            case Waited.Holds(ClusterLook look) -> {
                refuseUnserved(order, look, entry, served);
                yield new Outcome.Succeeded(node + " is drained.");
            }
            case Waited.TimedOut(Optional<ClusterLook> last, String reason) ->
                throw new Refusal(
                        "PACEMAKER-NOT-DRAINED",
                        node.value(),
                        node + " was put in standby and is not empty after "
                                + order.deadline().toSeconds() + " s: "
                                + last.flatMap(look -> look.mon().node(node.value()))
                                        .map(one -> one.running() + " resources still run there")
                                        .orElse("")
                                + reason + ".",
                        "Look at " + node + " with crm_mon -1 and at the resource that does not stop.",
                        true);
        };
    }

    /** Empty, and the cluster has nothing left to do; a node that was fenced meanwhile is empty too, but not in good order. */
    private static boolean isEmpty(ClusterLook look, NodeId node) {
        return look.isIdle()
                && look.mon()
                        .node(node.value())
                        .filter(one -> one.running() == 0 && !one.unclean())
                        .isPresent()
                && look.cib().standbyConfigured(node.value());
    }

    private void refuseHomeless(ClusterLook look, NodeId node, Simulation simulated) throws Refusal {
        var homeless = simulated.homeless(cluster.served(look));
        if (!homeless.isEmpty()) {
            throw new Refusal(
                    "PACEMAKER-DRAINED-NOWHERE",
                    node.value(),
                    node + " is not drained, because no other node could run " + Sentences.listed(homeless) + ".",
                    "Make another node able to run it (bans, failed actions and standby of the others are the usual reasons).");
        }
    }

    /** The simulation believes that every start succeeds. Where none did, our drain is taken back at once: the service is down. */
    private void refuseUnserved(Order order, ClusterLook look, LedgerEntry entry, List<String> served) throws Refusal {
        var lost = cluster.groups(look).stream()
                .filter(group ->
                        served.contains(group.id().value()) && group.serving().isEmpty())
                .toList();
        if (lost.isEmpty()) {
            return;
        }
        var node = entry.node().orElseThrow();
        cluster.mustEdit(CibEdit.noStandby(node), "the end of the standby of " + node);
        cluster.mustEdit(CibEdit.noMark(entry), "the end of our mark for " + node);
        order.ledger().returned(entry);
        throw new Refusal(
                "PACEMAKER-DRAINED-NOWHERE",
                node.value(),
                "Draining " + node + " left "
                        + Sentences.listed(lost.stream().map(Group::id).toList())
                        + " without a node (" + Failures.listed(look, lost.getFirst())
                        + "), so that the drain was taken back at once.",
                "Repair the cause and clean the failures up with crm_resource --cleanup.");
    }
}
