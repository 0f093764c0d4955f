package understudy.driver.exchange.classic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.procedure.Verb;
import understudy.driver.exchange.ExchangeVersion;
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
        refuseNotUpgraded(look, group, group.owner());
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

    /** What the cluster would say is event 1025 of MSExchangeCluster (KB 328839). */
    private void refuseNotUpgraded(ClusterLook look, ClusterLook.Group group, String node) throws Refusal {
        var version = look.versions().get(group.name());
        if (version == null) {
            return;
        }
        var binaries = cluster.nodes().report(node).flatMap(Nodes.Report::binaries);
        boolean older = binaries.isPresent()
                && servicePack(version.numbers()) < servicePack(binaries.get().numbers());
        if (older) {
            throw Refusal.failed(
                    "EXCHANGE-NOT-UPGRADED",
                    group.name(),
                    group.name() + " is not brought online on " + node
                            + ", because it must be upgraded there first (event 1025 of MSExchangeCluster).",
                    "In Cluster Administrator on " + node
                            + ": Upgrade Exchange Virtual Server. Where that is not offered, the node was evicted and joined again: run setup's reinstall there.");
        }
    }

    /** The virtual server has not the service pack of these binaries. */
    static boolean isOlder(ExchangeVersion server, ExchangeVersion binaries) {
        return servicePack(server.numbers()) < servicePack(binaries.numbers());
    }

    /** The builds of Exchange 2003's service packs, without the fixes between them (build table of the reference, 4.5). */
    private static int servicePack(List<Integer> numbers) {
        int build = numbers.size() > 2 ? numbers.get(2) : 0;
        return build >= 7600 ? 2 : build >= 7200 ? 1 : 0;
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
            refuseNotUpgraded(look, group, to.value());
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

    /** The conditions of "Upgrade Exchange Virtual Server", each told by name: without one of them it ends with c1037b44 (KB 328839). */
    Outcome upgradeConditions(Order order, GroupId id) throws Refusal {
        var look = cluster.look();
        var group = cluster.group(look, id);
        if (!isPatched(order, group.owner())) {
            throw broken(id, "it is on " + group.owner() + ", which does not have the service pack");
        }
        for (ClusterLook.Resource resource : group.resources()) {
            boolean service = resource.type().startsWith("Microsoft Exchange");
            String wanted = service ? "Offline" : "Online";
            if (!resource.status().equalsIgnoreCase(wanted)) {
                throw broken(id, resource.name() + " is " + resource.status() + " and not " + wanted);
            }
        }
        boolean coordinator = look.groups().values().stream()
                .flatMap(one -> one.resources().stream())
                .anyMatch(resource -> resource.type().equals("Distributed Transaction Coordinator")
                        && resource.status().equalsIgnoreCase("Online"));
        if (!coordinator) {
            throw broken(id, "the Distributed Transaction Coordinator is not online");
        }
        return new Outcome.Succeeded("The conditions of the upgrade of " + id + " hold.");
    }

    private boolean isPatched(Order order, String node) throws Refusal {
        var binaries = cluster.report(new NodeId(node)).binaries();
        return binaries.isPresent()
                && order.targets().of(new NodeId(node)).stream()
                        .flatMap(target -> ExchangeVersion.read(target.version()).stream())
                        .allMatch(target -> binaries.get().compareTo(target) >= 0);
    }

    private static Refusal broken(GroupId id, String what) {
        return Refusal.failed(
                "EXCHANGE-UPGRADE-CONDITION",
                id.value(),
                id + " cannot be upgraded (error c1037b44), because " + what + ".",
                "Put that right; the run looks again and goes on.");
    }

    /** The user's own way to upgrade a virtual server is a step of their procedure; the driver has none. */
    static Refusal noCommandLine(GroupId id) {
        return Refusal.failed(
                "EXCHANGE-UPGRADE-BY-HAND",
                id.value(),
                "Upgrade Exchange Virtual Server has no command line, so that " + id
                        + " is not upgraded by this driver.",
                "Give the step to the operator (by: operator) or to a command of your own.");
    }
}
