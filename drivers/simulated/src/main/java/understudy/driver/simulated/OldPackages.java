package understudy.driver.simulated;

import java.util.List;
import java.util.Optional;
import understudy.core.model.LedgerEntry;
import understudy.core.model.RunId;
import understudy.core.model.Version;
import understudy.driver.simulated.scenario.Latency;
import understudy.engine.ports.Order;

/** What a patch replaces, kept on a node, and the way back to it. */
final class OldPackages {
    private final World world;
    private final GroupMoves moves;

    OldPackages(World world, GroupMoves moves) {
        this.world = world;
        this.moves = moves;
    }

    /** What the node has is kept on it where a plan has promised a way back; an entry of the ledger says so. */
    void mark(Order order, SimulatedNode node) {
        if (!order.targets().before(node.id).isEmpty()) {
            RunId run = order.action().run();
            LedgerEntry entry = new LedgerEntry(
                    "old-packages-" + run + "@" + node.id,
                    run,
                    LedgerEntry.Kind.OLD_PACKAGES,
                    Optional.of(node.id),
                    Optional.empty(),
                    "",
                    "(a simulated cluster is given back by the program itself)");
            order.ledger().open(entry);
            world.marks.putIfAbsent(entry.id(), entry);
            world.changed();
        }
    }

    /** The only way in which versions get lower, and only to what was kept; it repairs what a bad package has left. */
    void downgrade(Order order, Job job) {
        SimulatedNode node = world.node(order.step().node().orElseThrow());
        if (!node.answers()) {
            job.fail("NODE-UNREACHABLE", node.id.value(), node.id + " cannot be reached.");
            return;
        }
        if (!order.targets().isTakenBack(node.id) || !node.oldPackages) {
            String sentence = "The packages that " + node.id + " had before are not kept on it.";
            world.violated("DOWNGRADED-WITHOUT-PACKAGES", node.id.value(), sentence);
            job.fail("OLD-PACKAGES-MISSING", node.id.value(), sentence);
            return;
        }
        if (node.installing || node.packagesLocked) {
            job.fail("PACKAGES-LOCKED", node.id.value(), "Another package tool works on " + node.id + ".");
            return;
        }
        node.installing = true;
        List<Runnable> resumed = moves.interruptAll(node);
        world.changed();
        int boot = node.boots;
        world.time.after(world.draw(Latency.INSTALL, node.id.value()), () -> {
            if (node.powered && node.boots == boot && node.installing) {
                node.installing = false;
                downgraded(order, job, node);
                resumed.forEach(Runnable::run);
                world.changed();
            }
        });
    }

    private void downgraded(Order order, Job job, SimulatedNode node) {
        boolean changed = false;
        for (Version before : order.targets().before(node.id)) {
            changed |= !before.version().equals(node.installed.put(before.component(), before.version()));
        }
        node.damage = Optional.empty();
        if (changed && world.scenario.patch().restart()) {
            node.restartReason = "the packages that it had before replaced files that are in use";
            node.awaitsRestart = true;
        }
        world.groups.values().forEach(group -> group.failedOn.remove(node.id));
        world.happened(node.id + " has the packages again that it had before.");
        job.succeed("");
    }
}
