package understudy.driver.exchange.classic;

import java.util.List;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.driver.exchange.ExchangeVersion;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** "Upgrade Exchange Virtual Server" of Exchange 2003: what it asks for, and what must not happen before it. A person does it (KB 328839). */
final class Upgrading {
    private final Cluster cluster;

    Upgrading(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What the cluster would say is event 1025 of MSExchangeCluster (KB 328839). */
    void refuseStart(ClusterLook look, ClusterLook.Group group, String node) throws Refusal {
        var version = look.versions().get(group.name());
        if (version == null) {
            return;
        }
        boolean older = cluster.nodes()
                .report(node)
                .flatMap(Nodes.Report::binaries)
                .filter(binaries -> isOlder(version, binaries))
                .isPresent();
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

    /** The conditions of "Upgrade Exchange Virtual Server", each told by name: without one of them it ends with c1037b44 (KB 328839). */
    Outcome conditions(Order order, GroupId id) throws Refusal {
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
