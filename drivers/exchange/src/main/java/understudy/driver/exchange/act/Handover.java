package understudy.driver.exchange.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.procedure.Verb;
import understudy.driver.exchange.ExchangeVersion;
import understudy.driver.exchange.MediumReport;
import understudy.driver.exchange.observe.ClusterReport;
import understudy.driver.exchange.observe.NodeReport;
import understudy.driver.exchange.observe.Talk;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.windows.PowerShellScript;

/** A clustered mailbox server is proven ready, stopped, moved, upgraded and started, by Exchange's own cmdlets and setup. */
final class Handover {
    private static final PowerShellScript PREPARE = PowerShellScript.of(Handover.class, "prepare");
    private static final PowerShellScript STOP = PowerShellScript.of(Handover.class, "stop");
    private static final PowerShellScript START = PowerShellScript.of(Handover.class, "start");
    private static final PowerShellScript MOVE = PowerShellScript.of(Handover.class, "move");
    private static final PowerShellScript MOUNT = PowerShellScript.of(Handover.class, "mount");

    private final Cluster cluster;

    Handover(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The shell opens on the destination, the move would be let, the medium is there: nothing of this is left for the outage. */
    Outcome prepare(Order order, GroupId group, NodeId to) throws Refusal {
        var server = Cluster.server(cluster.look(), group);
        var medium = MediumReport.ask(cluster.node(to), cluster.talk().nodes().task(), order.patch(), order.deadline());
        if (!medium.findings().isEmpty()) {
            throw new Refusal(medium.findings().getFirst(), false);
        }
        new Work(cluster, order, to)
                .run(PREPARE, Map.of("server", server, "target", to.value(), "reason", reason(order)));
        return new Outcome.Succeeded(to + " can take " + group + ".");
    }

    Outcome stop(Order order, GroupId group, NodeId on, Verb.Selector part) throws Refusal {
        refusePart(group, part);
        var server = Cluster.server(cluster.look(), group);
        return expect(group, "Offline", work(order, on, STOP, server, on));
    }

    Outcome start(Order order, GroupId group, NodeId on, Verb.Selector part) throws Refusal {
        refusePart(group, part);
        var server = Cluster.server(cluster.look(), group);
        return expect(group, "Online", work(order, on, START, server, on));
    }

    /** Run on the destination, where alone it may be run. */
    Outcome move(Order order, GroupId group, NodeId to) throws Refusal {
        var look = cluster.look();
        var server = Cluster.server(look, group);
        if (owner(look, server, to)) {
            return arrived(order, group, to);
        }
        refuseOtherOwner(order, look, server);
        boolean online = isOnline(look, server);
        Optional<LedgerEntry> closed = online ? closeOlderOwner(order, look, to) : Optional.empty();
        try {
            work(order, to, MOVE, server, to);
        } catch (Refusal refusal) {
            // A late failure has moved it all the same, and has left its databases dismounted.
            if (!owner(cluster.look(), server, to)) {
                reopen(order, closed);
                throw refusal;
            }
        }
        var after = cluster.look();
        if (!owner(after, server, to)) {
            reopen(order, closed);
            throw goneOn(after, server, to);
        }
        if (online && after.mailboxServers().getOrDefault(server, "").equals("Failed")) {
            throw notStarted(server, to);
        }
        return arrived(order, group, to);
    }

    private static boolean isOnline(ClusterReport look, String server) {
        return look.mailboxServers().getOrDefault(server, "").equals("Online");
    }

    /**
     * A server that is moved while it is online is started by the newer binaries at once, and its old owner cannot lose its right while it owns it:
     * paused before, that node can keep it and cannot get it back (G4).
     */
    private Optional<LedgerEntry> closeOlderOwner(Order order, ClusterReport look, NodeId to) throws Refusal {
        var from = order.step().from();
        if (from.isEmpty() || !isOlder(from.get(), to)) {
            return Optional.empty();
        }
        return new Drain(cluster).close(order, look, from.get());
    }

    /** What is not known counts as older. */
    private boolean isOlder(NodeId node, NodeId than) throws Refusal {
        var its = cluster.report(node).binaries();
        var others = cluster.report(than).binaries();
        return its.isEmpty() || others.isEmpty() || its.get().compareTo(others.get()) < 0;
    }

    private void reopen(Order order, Optional<LedgerEntry> closed) throws Refusal {
        if (closed.isPresent()) {
            new Drain(cluster).release(closed.get());
            order.ledger().returned(closed.get());
        }
    }

    /** A server that was not stopped before its move is served only with its databases mounted (G13). */
    private Outcome arrived(Order order, GroupId group, NodeId to) throws Refusal {
        var look = cluster.look();
        var server = Cluster.server(look, group);
        var state = look.mailboxServers().getOrDefault(server, "");
        if (!state.equals("Online")) {
            return new Outcome.Succeeded(group + " is on " + to + " and is " + state + ".");
        }
        var said = new Work(cluster, order, to).then("mount").run(MOUNT, Map.of("server", server));
        List<String> dismounted = said.all("dismounted");
        if (!dismounted.isEmpty()) {
            throw Refusal.failed(
                    "EXCHANGE-DISMOUNTED",
                    server,
                    server + " is on " + to + ", and " + String.join(", ", dismounted)
                            + " is not mounted there, so that its clients are not served.",
                    "Find the cause in the Application log of " + to + ", then mount it with Mount-Database.");
        }
        List<String> mounted = said.all("mounted");
        return new Outcome.Succeeded(group + " is on " + to + " with its databases mounted"
                + (mounted.isEmpty() ? "." : "; the move had left " + String.join(", ", mounted) + " dismounted."));
    }

    /** What does not start where it was moved to the cluster takes on to the next node: a move can say yes and not have moved (G13). */
    private static Refusal goneOn(ClusterReport look, String server, NodeId to) {
        return Refusal.failed(
                "EXCHANGE-GONE-ON",
                server,
                server + " was moved to " + to + " and is not there: its cluster has it on "
                        + look.owner(server).orElse("no node") + " now.",
                "Find out in the System log of " + to + " why it did not start there.");
    }

    private static Refusal notStarted(String server, NodeId to) {
        return Refusal.failed(
                "EXCHANGE-NOT-STARTED",
                server,
                server + " was online, was moved to " + to + " and has not started there.",
                "Find out in the System log of " + to + " why it did not start.");
    }

    /** Its data is brought to the version of the binaries, and it is started if setup has left it down. */
    Outcome upgrade(Order order, GroupId group, NodeId on) throws Refusal {
        var look = settled(order, group);
        var server = Cluster.server(look, group);
        if (!owner(look, server, on)) {
            throw Refusal.failed(
                    "EXCHANGE-UPGRADE-ELSEWHERE",
                    group.value(),
                    group + " is not upgraded on " + on + ", because it is not there.",
                    "The run looks again and goes on where it is.");
        }
        if (isUpgraded(order, look, server, on)) {
            refuseOlder(look, server, on);
            // Moved back, or left down by a setup that had come to its end: only its start is left.
            var values = Map.of("server", server, "target", on.value(), "reason", reason(order));
            var said = new Work(cluster, order, on).then("start").run(START, values);
            return expect(group, "Online", said.first("state").orElse(""));
        }
        return new SetupWork(cluster).run(order, on, "/upgradecms");
    }

    /** Newer binaries have started it: no older ones may (G4). */
    private void refuseOlder(ClusterReport look, String server, NodeId on) throws Refusal {
        var has = look.version(server).flatMap(ExchangeVersion::read).orElseThrow();
        var binaries = Talk.report(cluster.node(on)).flatMap(NodeReport::binaries);
        if (binaries.isEmpty() || binaries.get().compareTo(has) < 0) {
            throw Refusal.failed(
                    "EXCHANGE-OLDER-BINARIES",
                    server,
                    server + " is at " + has + " and is not started on " + on + ", which has "
                            + binaries.map(version -> "older binaries, " + version)
                                    .orElse("binaries of a version that cannot be read")
                            + ".",
                    "Move it to a node with the newer binaries.");
        }
    }

    private static boolean isUpgraded(Order order, ClusterReport look, String server, NodeId on) {
        var has = look.version(server).flatMap(ExchangeVersion::read);
        var wanted = order.targets().of(on).stream()
                .flatMap(target -> ExchangeVersion.read(target.version()).stream())
                .findFirst();
        return has.isPresent() && wanted.isPresent() && has.get().compareTo(wanted.get()) >= 0;
    }

    /**
     * Setup refuses a server that is on its way up or down, as after a failover of its own: that is waited for, and may end on another node,
     * where a server does not start on the first that its cluster takes it to.
     */
    private ClusterReport settled(Order order, GroupId group) throws Refusal {
        var look = cluster.look();
        var server = Cluster.server(look, group);
        if (!isPending(look, server)) {
            return look;
        }
        if (!cluster.await(later -> !isPending(later, server), cluster.now().plus(order.deadline()))) {
            throw Refusal.failed(
                    "EXCHANGE-STATE",
                    server,
                    server + " is not upgraded, because it is neither up nor down.",
                    "Look at it with Get-ClusteredMailboxServerStatus.");
        }
        return cluster.look();
    }

    private static boolean isPending(ClusterReport look, String server) {
        return look.mailboxServers().getOrDefault(server, "").endsWith("Pending");
    }

    private String work(Order order, NodeId on, PowerShellScript script, String server, NodeId target) throws Refusal {
        var values = Map.of("server", server, "target", target.value(), "reason", reason(order));
        return new Work(cluster, order, on).run(script, values).first("state").orElse("");
    }

    private static Outcome expect(GroupId group, String wanted, String state) throws Refusal {
        if (!state.equals(wanted)) {
            throw Refusal.inDoubt(
                    "EXCHANGE-STATE",
                    group.value(),
                    group + " is " + state + " and not " + wanted + ".",
                    "Look at it with Get-ClusteredMailboxServerStatus.");
        }
        return new Outcome.Succeeded(group + " is " + state + ".");
    }

    private static String reason(Order order) {
        return "Understudy, run " + order.action().run() + ": " + order.patch().id();
    }

    private static boolean owner(ClusterReport look, String server, NodeId node) {
        return look.owner(server).filter(node.value()::equalsIgnoreCase).isPresent();
    }

    private static void refuseOtherOwner(Order order, ClusterReport look, String server) throws Refusal {
        var expected = order.step().from();
        if (expected.isPresent() && !owner(look, server, expected.get())) {
            throw Refusal.failed(
                    "EXCHANGE-OWNER-CHANGED",
                    server,
                    "The owner of " + server + " is not " + expected.get() + " any more but "
                            + look.owner(server).orElse("nobody") + ".",
                    "The run looks again.");
        }
    }

    private static void refusePart(GroupId group, Verb.Selector part) throws Refusal {
        if (!part.equals(new Verb.Selector(List.of(), List.of()))) {
            throw Refusal.failed(
                    "EXCHANGE-NO-PARTS",
                    group.value(),
                    "A part of " + group + " cannot be stopped or started, only the whole of it.",
                    "Name the whole group in the procedure.");
        }
    }
}
