package understudy.driver.simulated;

import java.util.List;
import java.util.Optional;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Membership;
import understudy.core.model.Patch;
import understudy.driver.simulated.scenario.FaultKind;
import understudy.engine.ports.Order;

/** Draining, releasing and restarting nodes, and taking them out of the cluster. */
final class NodeVerbs {
    private final World world;
    private final Marks marks;
    private final NodeLives lives;

    NodeVerbs(World world, Marks marks, NodeLives lives) {
        this.world = world;
        this.marks = marks;
        this.lives = lives;
    }

    void drain(Order order, Job job) {
        SimulatedNode node = subject(order);
        if (!canBeConfigured(job)) {
            return;
        }
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
            job.fail("NOT-OURS", node.id.value(), "The drain of " + node.id + " is not ours to undo.");
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
        judgeAbsence(node, "taken out of the cluster");
        marks.open(order, LedgerEntry.Kind.MEMBERSHIP, Marks.Subject.of(node.id), "member");
        lives.leave(node);
        job.succeed("");
    }

    void rejoin(Order order, Job job) {
        SimulatedNode node = subject(order);
        List<LedgerEntry> ours = marks.of(order, LedgerEntry.Kind.MEMBERSHIP, Optional.of(node.id), Optional.empty());
        if (ours.isEmpty() && node.heldOut) {
            job.fail("NOT-OURS", node.id.value(), "It was not this run that took " + node.id + " out of the cluster.");
            return;
        }
        ours.forEach(marks::erase);
        job.undone.addAll(ours);
        lives.rejoin(node);
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
