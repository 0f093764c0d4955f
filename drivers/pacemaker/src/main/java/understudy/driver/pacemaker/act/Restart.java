package understudy.driver.pacemaker.act;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Group;
import understudy.core.model.Membership;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.Quorum;
import understudy.core.model.RestartNeed;
import understudy.core.planning.Condition;
import understudy.driver.pacemaker.Tools;
import understudy.driver.pacemaker.act.Cluster.Waited;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.node.NodeReport;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.driver.pacemaker.observe.MonNode;
import understudy.driver.pacemaker.observe.Observer;
import understudy.driver.pacemaker.observe.SnapshotReader;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.Answer;
import understudy.remote.BootId;
import understudy.remote.Command;
import understudy.remote.job.JobName;
import understudy.remote.job.JobState;

/**
 * Restarts a drained node: it leaves the cluster, is seen by the others to have left, and only then restarts, so that nobody power
 * fences it. Believed with a new boot id, the node back as a member, and the cluster idle. A node that this run keeps out of the cluster
 * stays out.
 */
final class Restart {
    private static final Duration TO_LEAVE = Duration.ofMinutes(5);
    /** A request whose answer was lost may never have arrived; asked again it is still done once. */
    private static final Duration TO_ASK_AGAIN = Duration.ofSeconds(10);

    private static final Duration ONE_TRY = Duration.ofMillis(1500);

    private final Cluster cluster;

    Restart(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome restart(Order order, NodeLink link, boolean always) throws Refusal {
        var until = cluster.clock().instant().plus(order.deadline());
        var node = link.node();
        var asked = link.jobs().find(JobName.of(Work.id(order.action())));
        if (asked instanceof JobState.Absent) {
            Optional<String> not = always ? Optional.empty() : notNeeded(order, link);
            if (not.isPresent()) {
                return new Outcome.Succeeded(not.get());
            }
            var before = expectedBoot(order, link);
            if (comesBackAsMember(order)) {
                leave(link, until);
            }
            request(order, link, until);
            return comeBack(order, link, before, until);
        }
        return comeBack(order, link, bootOf(asked, order, node), until);
    }

    private Optional<String> notNeeded(Order order, NodeLink link) throws Refusal {
        var rule = order.patch().restart();
        if (rule == Patch.RestartRule.NEVER) {
            return Optional.of(link.nodeName() + " is not restarted, because the patch says never.");
        }
        if (rule == Patch.RestartRule.ALWAYS) {
            return Optional.empty();
        }
        var need = Observer.report(link)
                .map(NodeReport::restart)
                .orElse(new RestartNeed.Unknown(link.nodeName() + " did not answer."));
        return switch (need) {
            case RestartNeed.NotNeeded() -> Optional.of(link.nodeName() + " asks for no restart.");
            case RestartNeed.Needed _ -> Optional.empty();
            case RestartNeed.Unknown(String reason) ->
                throw new Refusal(
                        "RESTART-UNKNOWN",
                        link.nodeName(),
                        "Whether " + link.nodeName() + " must be restarted is not known. " + reason,
                        "Try again once it answers.");
        };
    }

    /** Compare and act: a node that has restarted since the guards looked is another one. */
    private static String expectedBoot(Order order, NodeLink link) throws Refusal {
        var now = BootId.in(link.run(BootId.question().within(Work.call()))).map(BootId::value);
        var expected = order.seen().node(link.node()).flatMap(Node::bootId);
        if (now.isEmpty() || (expected.isPresent() && !expected.equals(now))) {
            throw new Refusal(
                    "RESTART-SURPRISE",
                    link.nodeName(),
                    now.isEmpty()
                            ? link.nodeName() + " is not restarted, because it does not say in which boot it is."
                            : link.nodeName()
                                    + " is not restarted, because it has restarted since it was last looked at.",
                    "The run looks again.");
        }
        return now.get();
    }

    /** The plan knows: a restart between leaving and rejoining does not prove the membership. */
    private static boolean comesBackAsMember(Order order) {
        return order.step().proves().stream().anyMatch(Condition.NodeIsMember.class::isInstance);
    }

    private void leave(NodeLink link, Instant until) throws Refusal {
        var node = link.node();
        var look = cluster.look();
        refuseBusy(look, node);
        boolean alone = look.mon().nodes().stream().filter(MonNode::isFullNode).count() == 1;
        if (alone) {
            return;
        }
        var others = cluster.lookWithout(node.value());
        refuseLostQuorum(others, node);
        var stopped = link.run(Tools.stopCluster(), TO_LEAVE);
        if (stopped instanceof Answer.NotSent(String reason)) {
            throw new Refusal(
                    "RESTART-NOT-LEFT",
                    node.value(),
                    node + " could not be told to leave the cluster: " + reason,
                    "Nothing was done.");
        }
        var waited = cluster.await(now -> hasLeft(now, node), until, List.of(node.value()));
        if (waited instanceof Waited.Holds(ClusterLook seen) && isSafe(seen, others, node)) {
            return;
        }
        link.run(Tools.startCluster(), TO_LEAVE);
        throw new Refusal(
                "RESTART-CANCELLED",
                node.value(),
                node + " is not restarted, because "
                        + (waited instanceof Waited.Holds
                                ? "another node was lost meanwhile."
                                : "the others have not seen it leave the cluster."),
                "It was told to join the cluster again; look at it with crm_mon -1.",
                true);
    }

    private static boolean hasLeft(ClusterLook look, NodeId node) {
        return look.mon()
                        .node(node.value())
                        .filter(one -> one.membership() == Membership.LEFT)
                        .isPresent()
                && look.isIdle();
    }

    /** No other node may have been lost since: two absent ones are one too many. */
    private static boolean isSafe(ClusterLook now, ClusterLook before, NodeId node) {
        return before.mon().nodes().stream()
                .filter(one ->
                        !one.name().equals(node.value()) && one.membership().isMember())
                .allMatch(one -> now.mon()
                        .node(one.name())
                        .filter(still -> still.membership().isMember())
                        .isPresent());
    }

    private void refuseBusy(ClusterLook look, NodeId node) throws Refusal {
        var served = cluster.groups(look).stream()
                .filter(group -> group.weight() > 0 && group.serving().contains(node))
                .map(Group::id)
                .toList();
        boolean drained = look.mon()
                .node(node.value())
                .filter(one -> one.standby() || !one.membership().isMember())
                .isPresent();
        if (!drained && !served.isEmpty()) {
            throw new Refusal(
                    "RESTART-NOT-DRAINED",
                    node.value(),
                    node + " is not restarted, because it serves " + Sentences.listed(served) + ".",
                    "Drain it first.");
        }
    }

    private void refuseLostQuorum(ClusterLook look, NodeId node) throws Refusal {
        Quorum quorum = SnapshotReader.quorum(look);
        if (!quorum.held() || !quorum.survivesAbsenceOf(List.of(node))) {
            throw new Refusal(
                    "RESTART-QUORUM",
                    node.value(),
                    node + " is not restarted, because the cluster would lose quorum without it.",
                    "Bring the absent nodes back first.");
        }
    }

    private void request(Order order, NodeLink link, Instant until) throws Refusal {
        var state = new Work(link, order, cluster.clock())
                .run(List.of("job-restart"), List.of(), until.isBefore(soon()) ? until : soon());
        if (state instanceof JobState.Refused(String reason)) {
            if (comesBackAsMember(order)) {
                link.run(Tools.startCluster(), TO_LEAVE);
            }
            throw new Refusal(
                    "RESTART-REFUSED",
                    link.nodeName(),
                    link.nodeName() + " is not restarted: " + reason + ".",
                    "The run looks again.");
        }
    }

    /** The restart itself ends the job's connection; waiting for the job's end longer than this would only hide the node's return. */
    private Instant soon() {
        return cluster.clock().instant().plusSeconds(1);
    }

    private Outcome comeBack(Order order, NodeLink link, String before, Instant until) throws Refusal {
        var node = link.node();
        var askAgainAt = cluster.clock().instant().plus(TO_ASK_AGAIN);
        while (cluster.clock().instant().isBefore(until)) {
            var boot = BootId.in(link.run(BootId.question().within(ONE_TRY))).map(BootId::value);
            if (boot.isPresent() && !boot.get().equals(before)) {
                return comesBackAsMember(order) ? rejoin(link, until) : up(link);
            }
            if (boot.isPresent() && !cluster.clock().instant().isBefore(askAgainAt)) {
                request(order, link, until);
                askAgainAt = cluster.clock().instant().plus(TO_ASK_AGAIN);
            }
            Pauses.briefly();
        }
        throw new Refusal(
                "RESTART-NOT-BACK",
                node.value(),
                node + " has not come back from its restart in time.",
                "Look at its console; it stays drained until it is back.",
                true);
    }

    private Outcome rejoin(NodeLink link, Instant until) throws Refusal {
        var node = link.node();
        startWhereNotStartedAtBoot(link);
        var waited = cluster.await(look -> isBack(look, node), until, List.of(node.value()));
        if (waited instanceof Waited.TimedOut(Optional<ClusterLook> _, String reason) && !isOnlyNode(reason)) {
            throw notRejoined(node, reason);
        }
        if (waited instanceof Waited.TimedOut
                && cluster.await(look -> isBack(look, node), until, List.of()) instanceof Waited.TimedOut) {
            throw notRejoined(node, "");
        }
        link.run(Command.of(Tools.bootCompleted()).within(Duration.ofMinutes(2)));
        return new Outcome.Succeeded(node + " has restarted and is back in the cluster.");
    }

    private static Outcome up(NodeLink link) {
        link.run(Command.of(Tools.bootCompleted()).within(Duration.ofMinutes(2)));
        return new Outcome.Succeeded(
                link.nodeName() + " has restarted, and is kept out of the cluster until it rejoins.");
    }

    private static boolean isOnlyNode(String reason) {
        return reason.contains("no other node to ask");
    }

    private static Refusal notRejoined(NodeId node, String reason) {
        return new Refusal(
                "RESTART-NOT-REJOINED",
                node.value(),
                node + " has restarted and is not back in the cluster. " + reason,
                "Look there with systemctl status corosync pacemaker.",
                true);
    }

    /** Where the cluster is not started at boot, on purpose or by the distribution's habit, the node is told to join. */
    private static void startWhereNotStartedAtBoot(NodeLink link) {
        var enabled = link.run(Tools.clusterStartsAtBoot(), Work.call());
        if (enabled instanceof Answer.Finished finished && !finished.succeeded()) {
            link.run(Tools.startCluster(), TO_LEAVE);
        }
    }

    private static boolean isBack(ClusterLook look, NodeId node) {
        return look.mon()
                        .node(node.value())
                        .filter(one -> one.membership().isMember() && one.expectedUp())
                        .isPresent()
                && look.isIdle();
    }

    private static String bootOf(JobState asked, Order order, NodeId node) {
        return switch (asked) {
            case JobState.Running(BootId boot) -> boot.value();
            case JobState.Ended ended -> ended.boot().value();
            case JobState.UnknownEnd unknown -> unknown.startedIn().value();
            case JobState.Absent(), JobState.Refused _, JobState.Unseen _ ->
                order.seen().node(node).flatMap(Node::bootId).orElse("");
        };
    }
}
