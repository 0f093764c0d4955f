package understudy.driver.exchange.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.driver.exchange.observe.ClusterReport;
import understudy.driver.exchange.observe.Copies;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/** The version fence at the cluster (G4): a node without the newer binaries is no possible owner of the group's resources. */
final class Hosting {
    private final Cluster cluster;

    Hosting(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome await(Order order, GroupId group, NodeId node) throws Refusal {
        var last = new AtomicReference<>("the cluster does not answer");
        boolean may = cluster.await(
                look -> {
                    var against = against(look, group.value(), node.value());
                    against.ifPresent(last::set);
                    return against.isEmpty();
                },
                cluster.now().plus(order.deadline()));
        if (!may) {
            throw Refusal.failed(
                    "EXCHANGE-MAY-NOT-HOST",
                    group.value(),
                    node + " may not host " + group + ": " + last.get() + ".",
                    "Mend that; nothing was moved.");
        }
        return new Outcome.Succeeded(node + " may host " + group + ".");
    }

    private static Optional<String> against(ClusterReport look, String group, String node) {
        if (!look.mayHost(group, node)) {
            return Optional.of("it is no possible owner of every resource");
        }
        return look.storage().orElse("").equals("NonShared")
                        && look.mailboxServers().containsKey(group)
                ? Copies.against(look, group)
                : Optional.empty();
    }

    Outcome withdraw(Order order, GroupId group, NodeId node) throws Refusal {
        var look = cluster.look();
        var entry = Entries.withdrawn(order.action().run(), group, node);
        if (!look.mayHost(group.value(), node.value()) && Cluster.isMarked(look, entry)) {
            return new Outcome.Succeeded(node + " may not host " + group + " already.");
        }
        order.ledger().open(entry);
        List<List<String>> commands = new ArrayList<>(List.of(Cluster.mark(entry)));
        commands.addAll(owners(look, group, node, false));
        cluster.command(look, commands, "to take from " + node + " the right to host " + group);
        return new Outcome.Succeeded(node + " may not host " + group + " until it is given back.");
    }

    /** Gives the right back, if it was ours to take. */
    Outcome grant(LedgerEntry entry) throws Refusal {
        return cluster.again(() -> grantOnce(entry));
    }

    private Outcome grantOnce(LedgerEntry entry) throws Refusal {
        var node = entry.node().orElseThrow();
        var group = entry.group().orElseThrow();
        var look = cluster.look();
        if (!Cluster.isMarked(look, entry)) {
            return new Outcome.Succeeded("Nothing of ours keeps " + group + " from " + node + ".");
        }
        List<List<String>> commands = new ArrayList<>(owners(look, group, node, true));
        commands.add(Cluster.unmark(entry));
        cluster.command(look, commands, "to let " + node + " host " + group + " again");
        return new Outcome.Succeeded(node + " may host " + group + " again.");
    }

    /** A right that is as wanted already is left out, because cluster.exe refuses to give or take it twice. */
    private static List<List<String>> owners(ClusterReport look, GroupId group, NodeId node, boolean wanted) {
        return look.resources(group.value()).stream()
                .filter(resource -> look.mayOwn(resource, node.value()) != wanted)
                .map(resource -> List.of("res", resource, (wanted ? "/addowner:" : "/removeowner:") + node))
                .toList();
    }
}
