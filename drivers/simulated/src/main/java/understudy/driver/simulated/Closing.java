package understudy.driver.simulated;

import java.util.List;
import java.util.Optional;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Membership;
import understudy.engine.ports.Order;

/**
 * What moves online to newer binaries must not come back: its older owner is held before, as the drivers of Exchange do (G4). On 2007 a step of the
 * procedure takes that over; before, it ends once the owner has lost its right or has come back with the newer binaries.
 */
final class Closing {
    private final World world;
    private final Marks marks;

    Closing(World world, Marks marks) {
        this.world = world;
        this.marks = marks;
    }

    /** The owner that was held for this move; empty where there is no reason, or it is held already. */
    Optional<SimulatedNode> before(Order order, SimulatedGroup group, SimulatedNode to) {
        Optional<SimulatedNode> older = group.only()
                .map(copy -> copy.node)
                .filter(from -> world.rules.keepsOwnerWhenStopped() && !from.drained)
                .filter(from -> world.isPatched(to) && !world.isPatched(from));
        older.ifPresent(from -> {
            marks.open(order, LedgerEntry.Kind.DRAIN, Marks.Subject.of(from.id), "open");
            from.drained = true;
        });
        return older;
    }

    /** The move has failed, and the group is with its owner again. */
    void takenBack(Order order, Job job, SimulatedNode owner) {
        List<LedgerEntry> ours = marks.of(order, LedgerEntry.Kind.DRAIN, Optional.of(owner.id), Optional.empty());
        if (!ours.isEmpty()) {
            ours.forEach(marks::erase);
            job.undone.addAll(ours);
            owner.drained = false;
            world.changed();
        }
    }

    /** The owner has no right any more, or is a member again; of one that is away the pause survives. */
    void over(Order order, Job job, SimulatedNode owner) {
        boolean away = owner.membership == Membership.LEFT || !owner.answers();
        if (world.rules.keepsOwnerWhenStopped() && !world.rules.upgradeStarts() && !away) {
            takenBack(order, job, owner);
        }
    }
}
