package understudy.driver.simulated;

import java.util.Optional;
import understudy.core.model.LedgerEntry;

/** Undoes one change that a run has made, and erases its mark. */
final class GivingBack {
    private final World world;
    private final NodeLives lives;
    private final SimulatedLock lock;

    GivingBack(World world, NodeLives lives, SimulatedLock lock) {
        this.world = world;
        this.lives = lives;
        this.lock = lock;
    }

    /** False where it carries no mark any more, so that there is nothing of ours to undo. */
    boolean giveBack(LedgerEntry entry) {
        if (entry.kind() == LedgerEntry.Kind.LOCK) {
            lock.free(entry.run().value());
            return true;
        }
        LedgerEntry mark = world.marks.get(entry.id());
        if (mark == null || !mark.run().equals(entry.run())) {
            return false;
        }
        world.marks.remove(entry.id());
        undo(mark);
        world.happened("Given back: " + mark.id() + ".");
        world.changed();
        return true;
    }

    private void undo(LedgerEntry entry) {
        Optional<SimulatedNode> node = entry.node().map(world::node);
        Optional<SimulatedGroup> group = entry.group().map(world::group);
        switch (entry.kind()) {
            case DRAIN -> node.ifPresent(held -> held.drained = false);
            case PREFERENCE -> group.ifPresent(preferred -> preferred.preference = Optional.empty());
            case HOSTING_RIGHT ->
                group.ifPresent(withdrawn -> node.ifPresent(host -> withdrawn.withdrawn.remove(host.id)));
            case SERVICE -> node.ifPresent(host -> restoreService(host, entry.before()));
            case SETTING -> node.ifPresent(host -> restoreSetting(host, entry.before()));
            case MEMBERSHIP -> node.ifPresent(lives::rejoin);
            case OLD_PACKAGES -> node.ifPresent(held -> held.oldPackages = false);
            case FAILBACK, FILE, LOCK -> {}
        }
    }

    private static void restoreService(SimulatedNode node, String before) {
        int equals = before.indexOf('=');
        node.services.put(before.substring(0, equals), before.endsWith("=running"));
    }

    private static void restoreSetting(SimulatedNode node, String before) {
        int equals = before.indexOf('=');
        String name = before.substring(0, equals);
        String value = before.substring(equals + 1);
        if (value.isEmpty()) {
            node.settings.remove(name);
        } else {
            node.settings.put(name, value);
        }
    }
}
