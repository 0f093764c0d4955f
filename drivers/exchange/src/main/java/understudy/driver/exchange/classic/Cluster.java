package understudy.driver.exchange.classic;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.driver.exchange.Marks;
import understudy.engine.ports.Outcome;

/** What all verbs use: the host, the cluster as it is now, the nodes, marks, and waiting. */
final class Cluster {
    private static final Duration TO_ANSWER = Duration.ofMinutes(2);

    private final Host host;
    private final ClusterEyes eyes;
    private final Nodes nodes;

    Cluster(Host host, ClusterEyes eyes, Nodes nodes) {
        this.host = host;
        this.eyes = eyes;
        this.nodes = nodes;
    }

    Host host() {
        return host;
    }

    Nodes nodes() {
        return nodes;
    }

    boolean alone() {
        return host.settings().alone();
    }

    Instant now() {
        return host.settings().clock().instant();
    }

    ClusterLook look() throws Refusal {
        return switch (eyes.look()) {
            case ClusterEyes.Look.Seen(ClusterLook look) -> look;
            case ClusterEyes.Look.NotSeen(String reason) -> throw new Refusal(host.silent(reason), false);
        };
    }

    Nodes.Report report(NodeId node) throws Refusal {
        return nodes.report(node.value())
                .orElseThrow(() -> Refusal.failed(
                        "EXCHANGE-NO-ANSWER",
                        node.value(),
                        node + " does not answer.",
                        "Make " + node + " reachable."));
    }

    ClusterLook.Group group(ClusterLook look, GroupId group) throws Refusal {
        return look.group(group.value())
                .orElseThrow(() -> Refusal.failed(
                        "EXCHANGE-NO-SERVER",
                        group.value(),
                        "The cluster has no group " + group + ".",
                        "Correct the inventory."));
    }

    /** Waits until something holds; false where it does not in time. */
    boolean await(Predicate<Nodes> holds, Instant until) {
        while (true) {
            if (holds.test(nodes)) {
                return true;
            }
            if (!now().isBefore(until) || Thread.currentThread().isInterrupted()) {
                return false;
            }
            host.pause();
        }
    }

    /** Something that looks before it acts, so that doing it again does only what is left. */
    interface Repeatable {
        Outcome run() throws Refusal;
    }

    /** Does it again where nobody knows whether it was done or nobody answers. */
    Outcome again(Repeatable change) throws Refusal {
        Instant until = now().plus(TO_ANSWER);
        while (true) {
            try {
                return change.run();
            } catch (Refusal refusal) {
                if (!refusal.isUnanswered()
                        || !now().isBefore(until)
                        || Thread.currentThread().isInterrupted()) {
                    throw refusal;
                }
            }
            host.pause();
        }
    }

    void markCluster(LedgerEntry entry) throws Refusal {
        host.cluster(
                "the mark of " + entry.id(),
                Host.CALL,
                "group",
                ClusterLook.CLUSTER_GROUP,
                "/priv",
                Marks.PREFIX + Marks.name(entry) + "=" + Marks.value(entry));
    }

    void unmarkCluster(LedgerEntry entry) throws Refusal {
        host.cluster(
                "away with the mark of " + entry.id(),
                Host.CALL,
                "group",
                ClusterLook.CLUSTER_GROUP,
                "/priv",
                Marks.PREFIX + Marks.name(entry),
                "/usedefault");
    }

    void markNode(LedgerEntry entry) throws Refusal {
        nodes.write(
                entry.node().orElseThrow().value(),
                Nodes.UNDERSTUDY + "\\Ledger",
                Marks.name(entry),
                Marks.value(entry));
    }

    void unmarkNode(LedgerEntry entry) throws Refusal {
        nodes.remove(entry.node().orElseThrow().value(), Nodes.UNDERSTUDY + "\\Ledger", Marks.name(entry));
    }

    boolean isMarkedOnNode(Nodes.Report report, LedgerEntry entry) {
        return report.marks().stream()
                .anyMatch(mark -> mark.run().equals(entry.run()) && mark.entry().equals(Marks.plain(entry.id())));
    }
}
