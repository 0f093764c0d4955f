package understudy.driver.simulated;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Membership;
import understudy.core.model.Patch;
import understudy.core.procedure.Verb;
import understudy.driver.simulated.scenario.FaultKind;
import understudy.engine.ports.Order;

/** Draining, releasing and restarting nodes, and taking them out of the cluster. */
final class NodeVerbs {
    private final World world;
    private final Hosts hosts;
    private final Marks marks;
    private final NodeLives lives;

    NodeVerbs(World world, Hosts hosts, Marks marks, NodeLives lives) {
        this.world = world;
        this.hosts = hosts;
        this.marks = marks;
        this.lives = lives;
    }

    void drain(Order order, Job job) {
        SimulatedNode node = subject(order);
        if (!canBeConfigured(job) || !canBeEmptied(node, job, "drained")) {
            return;
        }
        handOn(node);
        if (node.drained) {
            boolean ours = !marks.of(order, LedgerEntry.Kind.DRAIN, Optional.of(node.id), Optional.empty())
                    .isEmpty();
            job.succeed(ours ? "" : node.id + " was drained by somebody else already");
            return;
        }
        marks.open(order, LedgerEntry.Kind.DRAIN, Marks.Subject.of(node.id), "open");
        node.drained = true;
        world.happened(node.id + " is drained.");
        world.changed();
        job.succeed("");
    }

    void release(Order order, Job job) {
        SimulatedNode node = subject(order);
        if (!canBeConfigured(job)) {
            return;
        }
        List<LedgerEntry> ours = marks.of(order, LedgerEntry.Kind.DRAIN, Optional.of(node.id), Optional.empty());
        if (ours.isEmpty() && node.drained) {
            job.succeed(node.id + " was drained by somebody else, and stays so");
            return;
        }
        if (!ours.isEmpty() && world.rules.pauseKeepsGroups() && !node.answers()) {
            job.fail("NODE-UNREACHABLE", node.id.value(), node.id + " is not released before it is back.");
            return;
        }
        judgeRelease(order, node);
        ours.forEach(marks::erase);
        job.undone.addAll(ours);
        if (node.drained) {
            node.drained = false;
            world.happened(node.id + " is released.");
        }
        world.changed();
        job.succeed("");
    }

    private void judgeRelease(Order order, SimulatedNode node) {
        node.damage.ifPresent(damage -> world.violated(
                "RELEASED-UNREADY", node.id.value(), node.id + " was released with half installed packages."));
        boolean restartOwed = node.installs > 0
                && !node.restartReason.isEmpty()
                && order.patch().restart() != Patch.RestartRule.NEVER;
        if (restartOwed) {
            world.violated("RELEASED-UNREADY", node.id.value(), node.id + " was released before its restart.");
        }
    }

    void restart(Order order, Job job) {
        SimulatedNode node = subject(order);
        if (!node.answers()) {
            job.fail(
                    "NODE-UNREACHABLE", node.id.value(), node.id + " cannot be reached, so that it was not restarted.");
            return;
        }
        if (isNotAskedFor(order, node)) {
            job.succeed(node.id + " asks for no restart");
            return;
        }
        Optional<SimulatedGroup> owned = owned(node).findFirst();
        if (world.rules.emptiedFirst() && owned.isPresent()) {
            job.fail(
                    "RESTART-ON-OWNER",
                    node.id.value(),
                    node.id + " is not restarted, because it owns the group " + owned.get().id + ".");
            return;
        }
        boolean anotherBoot = order.seen()
                .node(node.id)
                .flatMap(seen -> seen.bootId())
                .filter(boot -> !boot.equals(node.bootId()))
                .isPresent();
        if (anotherBoot) {
            job.fail("BOOT-CHANGED", node.id.value(), node.id + " has been restarted since it was looked at.");
            return;
        }
        judgeAbsence(node, "restarted");
        if (node.installing || node.damage.isPresent()) {
            world.violated(
                    "RESTARTED-BROKEN", node.id.value(), node.id + " was restarted with half installed packages.");
        }
        request(node, job);
        job.succeed("");
    }

    private static boolean isNotAskedFor(Order order, SimulatedNode node) {
        if (!(order.step().verb() instanceof Verb.Restart(boolean always)) || always) {
            return false;
        }
        return switch (order.patch().restart()) {
            case NEVER -> true;
            case REQUIRED -> node.restartReason.isEmpty();
            case ALWAYS -> false;
        };
    }

    private Stream<SimulatedGroup> owned(SimulatedNode node) {
        return world.groups.values().stream().filter(group -> hosts.isOn(group, node));
    }

    /** Where whatever serves leaves a node by a command of its own, the rest goes with the node's own command, if there is where to. */
    private boolean canBeEmptied(SimulatedNode node, Job job, String how) {
        if (!world.rules.emptiedFirst()) {
            return true;
        }
        String against = "";
        if (node.membership != Membership.MEMBER) {
            against = "it is no member of the cluster";
        } else {
            Optional<SimulatedGroup> served =
                    owned(node).filter(group -> group.setup.weight() > 0).findFirst();
            if (served.isPresent()) {
                against = "it has the group " + served.get().id + ", which is handed over first";
            } else if (owned(node).findAny().isPresent() && other(node).isEmpty()) {
                against = "no other node is up and open for its groups";
            }
        }
        if (!against.isEmpty()) {
            job.fail("NOT-EMPTIED", node.id.value(), node.id + " is not " + how + ", because " + against + ".");
        }
        return against.isEmpty();
    }

    private Optional<SimulatedNode> other(SimulatedNode node) {
        return world.nodes.values().stream()
                .filter(one -> one != node && one.isOpen())
                .findFirst();
    }

    /** A pause alone would leave the node what it has. */
    private void handOn(SimulatedNode node) {
        if (world.rules.emptiedFirst()) {
            owned(node).forEach(group -> group.home = other(node).map(to -> to.id));
            world.changed();
        }
    }

    private void request(SimulatedNode node, Job job) {
        node.restarts++;
        if (job.has(FaultKind.RESTART_COMES_BACK_OLD_BOOT)) {
            lives.restartServices(node);
            return;
        }
        node.asksAgain = job.has(FaultKind.RESTART_STILL_NEEDED);
        lives.restart(node, !job.has(FaultKind.RESTART_NEVER_COMES_BACK));
    }

    void leave(Order order, Job job) {
        SimulatedNode node = subject(order);
        if (node.membership == Membership.LEFT && node.heldOut) {
            job.succeed("");
            return;
        }
        if (!canBeEmptied(node, job, "taken out of the cluster")) {
            return;
        }
        judgeAbsence(node, "taken out of the cluster");
        marks.open(order, LedgerEntry.Kind.MEMBERSHIP, Marks.Subject.of(node.id), "member");
        lives.leave(node);
        job.succeed("");
    }

    void rejoin(Order order, Job job) {
        SimulatedNode node = subject(order);
        if (!node.answers()) {
            job.fail("NO-ANSWER", node.id.value(), node.id + " does not answer.");
            return;
        }
        List<LedgerEntry> ours = marks.of(order, LedgerEntry.Kind.MEMBERSHIP, Optional.of(node.id), Optional.empty());
        if (ours.isEmpty() && node.heldOut) {
            job.fail("NOT-OURS", node.id.value(), "It was not this run that took " + node.id + " out of the cluster.");
            return;
        }
        ours.forEach(marks::erase);
        job.undone.addAll(ours);
        lives.rejoin(node);
        new Closing(world, marks).over(order, job, node);
        job.succeed("");
    }

    private void judgeAbsence(SimulatedNode node, String how) {
        if (node.membership == Membership.MEMBER && world.votes.held() && !world.votes.surviveLossOf(node.id)) {
            world.violated(
                    "QUORUM-LOST",
                    node.id.value(),
                    node.id + " was " + how + " although that costs the cluster its quorum.");
        }
        if (node.maintenance || world.maintenance) {
            world.violated(
                    "MAINTENANCE-TOUCHED",
                    node.id.value(),
                    node.id + " was " + how + " although it is in maintenance.");
        }
    }

    private boolean canBeConfigured(Job job) {
        if (world.votes.held()) {
            return true;
        }
        job.fail("NO-QUORUM", job.what, "The cluster has no quorum, so that its configuration cannot be changed.");
        return false;
    }

    private SimulatedNode subject(Order order) {
        return world.node(order.step().node().orElseThrow());
    }
}
