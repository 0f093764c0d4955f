package understudy.driver.exchange.classic;

import java.time.Duration;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.procedure.Verb;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** Takes a group or parts of it out of service, moves it and brings it up, by cluster.exe; explains what Exchange is known to say about it. */
final class Handing {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Cluster cluster;

    Handing(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Nothing of this is left for the outage: the destination answers, has its media, and Exchange 2000's cluster group is there. */
    Outcome prepare(Order order, NodeId to) throws Refusal {
        cluster.report(to);
        var findings = new Media(cluster)
                .findings(order.patch(), to).stream().filter(Finding::blocks).toList();
        if (!findings.isEmpty()) {
            throw new Refusal(findings.getFirst(), false);
        }
        var look = cluster.look();
        boolean first = cluster.host().settings().platform().equals("exchange-2000")
                && look.group(ClusterLook.CLUSTER_GROUP)
                        .filter(group -> !group.isOn(to.value()))
                        .isPresent();
        if (first) {
            cluster.host()
                    .cluster(
                            "the move of the cluster group to " + to,
                            Duration.ofMinutes(6),
                            "group",
                            ClusterLook.CLUSTER_GROUP,
                            "/moveto:" + to,
                            "/wait:300");
        }
        return new Outcome.Succeeded(to + " is ready.");
    }

    Outcome stop(Order order, GroupId id, Verb.Selector part) throws Refusal {
        var group = cluster.group(cluster.look(), id);
        if (part.equals(Verb.Selector.whole())) {
            group(order, group, "/off");
            return new Outcome.Succeeded(id + " is offline.");
        }
        // What depends on others first: cluster.exe lists resources in no order, and would take dependents down by
        // itself.
        for (ClusterLook.Resource resource : group.part(part).reversed()) {
            if (!resource.status().equalsIgnoreCase("Offline")) {
                cluster.host()
                        .cluster(
                                "to take " + resource.name() + " offline",
                                order.deadline().plus(MARGIN),
                                "res",
                                resource.name(),
                                "/off",
                                "/wait:" + order.deadline().toSeconds());
            }
        }
        var left = cluster.group(cluster.look(), id).part(part).stream()
                .filter(resource -> !resource.status().equalsIgnoreCase("Offline"))
                .map(ClusterLook.Resource::name)
                .toList();
        if (!left.isEmpty()) {
            throw Refusal.inDoubt(
                    "EXCHANGE-STATE", id.value(), left.getFirst() + " is not offline.", "Look at it in the cluster.");
        }
        return new Outcome.Succeeded("The parts of " + id + " are offline.");
    }

    Outcome start(Order order, GroupId id, Verb.Selector part) throws Refusal {
        var look = cluster.look();
        var group = cluster.group(look, id);
        new Upgrading(cluster).refuseStart(look, group, group.owner());
        if (part.equals(Verb.Selector.whole())) {
            if (!group.status().equalsIgnoreCase("Online")) {
                group(order, group, "/on");
            }
            return new Outcome.Succeeded(id + " is online.");
        }
        for (ClusterLook.Resource resource : group.part(part)) {
            if (!resource.status().equalsIgnoreCase("Online")) {
                cluster.host()
                        .cluster(
                                "to bring " + resource.name() + " online",
                                order.deadline().plus(MARGIN),
                                "res",
                                resource.name(),
                                "/on",
                                "/wait:" + order.deadline().toSeconds());
            }
        }
        return new Outcome.Succeeded("The parts of " + id + " are online.");
    }

    private void group(Order order, ClusterLook.Group group, String option) throws Refusal {
        cluster.host()
                .cluster(
                        (option.equals("/on") ? "to bring " : "to take ")
                                + group.name()
                                + (option.equals("/on") ? " online" : " offline"),
                        order.deadline().plus(MARGIN),
                        "group",
                        group.name(),
                        option,
                        "/wait:" + order.deadline().toSeconds());
    }

    Outcome move(Order order, GroupId id, NodeId to) throws Refusal {
        var look = cluster.look();
        var group = cluster.group(look, id);
        if (group.isOn(to.value())) {
            return new Outcome.Succeeded(id + " is on " + to + " already.");
        }
        var expected = order.step().from();
        if (expected.isPresent() && !group.isOn(expected.get().value())) {
            throw Refusal.failed(
                    "EXCHANGE-OWNER-CHANGED",
                    id.value(),
                    "The owner of " + id + " is not " + expected.get() + " any more but " + group.owner() + ".",
                    "The run looks again.");
        }
        var closing = new Closing(cluster);
        Optional<LedgerEntry> closed = Optional.empty();
        if (group.status().equalsIgnoreCase("Online")) {
            new Upgrading(cluster).refuseStart(look, group, to.value());
            closed = closing.before(order, look, to);
        }
        try {
            cluster.host()
                    .cluster(
                            "the move of " + id + " to " + to,
                            order.deadline().plus(MARGIN),
                            "group",
                            group.name(),
                            "/moveto:" + to,
                            "/wait:" + order.deadline().toSeconds());
        } catch (Refusal refusal) {
            if (closed.isPresent()
                    && group.isOn(cluster.group(cluster.look(), id).owner())) {
                closing.over(order, closed.get().node().orElseThrow());
            }
            throw refusal;
        }
        return new Outcome.Succeeded(id + " has moved to " + to + ".");
    }

    /** Every resource is online where it is to be: a move is not believed (G13). */
    Outcome serves(GroupId id, NodeId on) throws Refusal {
        var group = cluster.group(cluster.look(), id);
        if (!group.isOn(on.value()) || !group.status().equalsIgnoreCase("Online")) {
            throw Refusal.failed(
                    "EXCHANGE-STATE",
                    id.value(),
                    id + " is " + group.status() + " on " + group.owner() + " and not online on " + on + ".",
                    "Look at it in the cluster.");
        }
        return new Outcome.Succeeded(id + " is online on " + on + ".");
    }
}
