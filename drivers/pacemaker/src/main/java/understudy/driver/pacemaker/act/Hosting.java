package understudy.driver.pacemaker.act;

import java.util.List;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.driver.pacemaker.Marks;
import understudy.driver.pacemaker.act.Cluster.Waited;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** The right of a node to host a group: awaited, taken away by a ban of ours, given back. */
final class Hosting {
    private final Cluster cluster;

    Hosting(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome await(Order order, GroupId group, NodeId node) throws Refusal {
        var until = cluster.clock().instant().plus(order.deadline());
        return switch (cluster.await(look -> mayHost(look, group, node) instanceof MayHost.Yes, until, List.of())) {
            case Waited.Holds _ -> new Outcome.Succeeded(node + " may host " + group + ".");
            case Waited.TimedOut(Optional<ClusterLook> last, String reason) ->
                throw new Refusal(
                        "PACEMAKER-MAY-NOT-HOST",
                        group.value(),
                        node + " may not host " + group + ": "
                                + last.map(look -> reason(mayHost(look, group, node)))
                                        .orElse(reason),
                        "Nothing was moved.");
        };
    }

    Outcome withdraw(Order order, GroupId group, NodeId node) throws Refusal {
        var look = cluster.look();
        var entry = Entries.withdrawn(order.action().run(), group, node);
        if (hasConstraint(look, Marks.name(entry.run(), entry.id()))) {
            return new Outcome.Succeeded(node + " may not host " + group + " already.");
        }
        boolean promoted = cluster.group(look, group).placement() instanceof Placement.Promotable;
        var edit = CibEdit.location(entry, group.value(), node.value(), "-INFINITY", promoted);
        var moving = cluster.simulate(Optional.of(edit)).moving(List.of(group.value()));
        if (!moving.isEmpty()) {
            throw new Refusal(
                    "PACEMAKER-WITHDRAW-WOULD-MOVE",
                    group.value(),
                    "The right of " + node + " to host " + group
                            + " is not withdrawn, because the group would move by it.",
                    "Hand it over first.");
        }
        order.ledger().open(entry);
        cluster.mustEdit(edit, "our ban of " + group + " from " + node);
        return new Outcome.Succeeded(node + " may not host " + group + " until it is given back.");
    }

    Outcome grant(Order order, GroupId group, NodeId node) throws Refusal {
        var entry = Entries.withdrawn(order.action().run(), group, node);
        if (!new Preference(cluster).giveBack(entry)) {
            throw new Refusal(
                    "PACEMAKER-GRANT-WOULD-MOVE",
                    group.value(),
                    "The right of " + node + " to host " + group
                            + " is not given back, because the group would move by it.",
                    "Give it back when that may happen: " + entry.byHand());
        }
        order.ledger().returned(entry);
        return new Outcome.Succeeded(node + " may host " + group + " again.");
    }

    private MayHost mayHost(ClusterLook look, GroupId group, NodeId node) {
        return cluster.groups(look).stream()
                .filter(one -> one.id().equals(group))
                .findFirst()
                .map(one -> one.mayHost(node))
                .orElse(new MayHost.Unknown("The cluster does not show " + group + "."));
    }

    private static String reason(MayHost mayHost) {
        return switch (mayHost) {
            case MayHost.Yes() -> "";
            case MayHost.No(String why) -> why;
            case MayHost.NotYet(String why) -> why;
            case MayHost.Unknown(String why) -> why;
        };
    }

    private static boolean hasConstraint(ClusterLook look, String id) {
        return look.cib()
                .constraints("rsc_location")
                .anyMatch(location -> location.attribute("id").equals(id));
    }
}
