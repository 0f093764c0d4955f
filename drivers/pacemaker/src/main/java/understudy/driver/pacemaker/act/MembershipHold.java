package understudy.driver.pacemaker.act;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Membership;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.Tools;
import understudy.driver.pacemaker.act.Cluster.Waited;
import understudy.driver.pacemaker.node.LedgerFile;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.Answer;
import understudy.remote.Digest;
import understudy.remote.Input;
import understudy.remote.NodeFiles;

/** Takes a node out of the cluster and keeps it out through restarts, until it rejoins; the mark is a file on the node. */
final class MembershipHold {
    private static final String FOLDER = "/var/lib/understudy/ledger/";
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final List<String> UNITS = List.of("corosync.service", "pacemaker.service");

    private final Cluster cluster;

    MembershipHold(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome leave(Order order, NodeLink link) throws Refusal {
        var node = link.node();
        var entry = Entries.left(order.action().run(), node, enabled(link));
        if (order.ledger().open().stream().noneMatch(open -> open.id().equals(entry.id()))) {
            new OwnStack(link).mustFit(cluster.look(), "does not leave the cluster");
            order.ledger().open(entry);
            mark(link, entry);
        }
        must(link, Tools.holdCluster(), "be kept from starting at boot");
        must(link, Tools.stopCluster(), "leave the cluster");
        var until = cluster.clock().instant().plus(order.deadline());
        return settled(
                cluster.await(look -> is(look, node, Membership.LEFT), until, List.of(node.value())),
                node,
                "left the cluster");
    }

    Outcome rejoin(LedgerEntry entry, NodeLink link, Duration deadline) throws Refusal {
        var node = link.node();
        if (isOut(link)) {
            new OwnStack(link).mustFit(cluster.lookWithout(node.value()), "stays out of the cluster");
        }
        var units = units(entry);
        if (!units.isEmpty()) {
            must(link, Tools.unholdCluster(units), "start the cluster at boot again");
        }
        must(link, Tools.startCluster(), "join the cluster");
        var until = cluster.clock().instant().plus(deadline);
        var outcome = settled(
                cluster.await(look -> is(look, node, Membership.MEMBER), until, List.of(node.value())),
                node,
                "joined the cluster");
        must(link, Tools.removeFile(file(entry)), "lose our mark");
        return outcome;
    }

    /** A node that somebody has let in already is past being asked. */
    private boolean isOut(NodeLink link) throws Refusal {
        return cluster.look()
                .mon()
                .node(link.nodeName())
                .filter(one -> one.membership().isMember())
                .isEmpty();
    }

    private static boolean is(ClusterLook look, NodeId node, Membership membership) {
        return look.isIdle()
                && look.mon()
                        .node(node.value())
                        .filter(one -> one.membership() == membership)
                        .isPresent();
    }

    private static Outcome settled(Waited waited, NodeId node, String what) throws Refusal {
        return switch (waited) {
            case Waited.Holds _ -> new Outcome.Succeeded(node + " has " + what + ".");
            case Waited.TimedOut(Optional<ClusterLook> _, String reason) ->
                throw new Refusal(
                        "PACEMAKER-MEMBERSHIP",
                        node.value(),
                        node + " was not seen to have " + what + " in time. " + reason,
                        "Look at it with crm_mon -1.",
                        true);
        };
    }

    private static String enabled(NodeLink link) throws Refusal {
        if (!(link.run(Tools.clusterStartsAtBoot(), Work.call()) instanceof Answer.Finished finished)) {
            throw new Refusal(
                    "PACEMAKER-NO-ANSWER",
                    link.nodeName(),
                    link.nodeName() + " does not say how its cluster services start.",
                    "Nothing was done.");
        }
        var words = finished.output().lines().toList();
        List<String> enabled = new ArrayList<>();
        for (int i = 0; i < Math.min(words.size(), UNITS.size()); i++) {
            if (words.get(i).equals("enabled")) {
                enabled.add(UNITS.get(i));
            }
        }
        return String.join(" ", enabled);
    }

    static void mark(NodeLink link, LedgerEntry entry) throws Refusal {
        var text = LedgerFile.text(entry) + "\n";
        var digest = Digest.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (!(new NodeFiles(link).put(file(entry), Input.text(text), digest, "644", LONG)
                        instanceof Answer.Finished finished
                && finished.succeeded())) {
            throw new Refusal(
                    "LEDGER-MARK",
                    link.nodeName(),
                    "Our mark could not be written to " + FOLDER + " on " + link.nodeName() + ".",
                    "Make room or give access; nothing else was done.");
        }
    }

    /** The units that were started at boot before, in the words of the entry. */
    static List<String> units(LedgerEntry entry) {
        return List.of(entry.before().split(" ")).stream()
                .filter(UNITS::contains)
                .toList();
    }

    static String file(LedgerEntry entry) {
        return FOLDER + entry.run() + "." + entry.id() + ".json";
    }

    static void must(NodeLink link, List<String> command, String what) throws Refusal {
        switch (link.run(command, LONG)) {
            case Answer.Finished finished -> {
                if (!finished.succeeded()) {
                    throw new Refusal(
                            "PACEMAKER-MEMBERSHIP",
                            link.nodeName(),
                            link.nodeName() + " could not " + what + ": " + Sentences.firstLine(finished.error()) + ".",
                            "Look there with systemctl status corosync pacemaker.");
                }
            }
            case Answer.NotSent(String reason) ->
                throw new Refusal("PACEMAKER-NO-ANSWER", link.nodeName(), reason, "Try again once it answers.");
            case Answer.Lost(String reason) ->
                throw new Refusal("PACEMAKER-NO-ANSWER", link.nodeName(), reason, "The run looks again.", true);
        }
    }
}
