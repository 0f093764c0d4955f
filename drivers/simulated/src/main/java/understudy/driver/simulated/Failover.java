package understudy.driver.simulated;

import java.util.Optional;
import understudy.core.model.NodeId;

/** A group that the cluster takes away from its node by itself, because it fails there. */
final class Failover {
    private final World world;
    private final Hosts hosts;

    Failover(World world, Hosts hosts) {
        this.world = world;
        this.hosts = hosts;
    }

    /** @param to empty lets the cluster choose */
    void of(SimulatedGroup group, Optional<NodeId> to) {
        group.copies.values().stream()
                .filter(copy -> copy.phase == Copy.Phase.UP && (copy.promoted || !group.isPromotable()))
                .findFirst()
                .ifPresent(copy -> {
                    group.copies.remove(copy.node.id);
                    if (to.isEmpty()) {
                        failsOn(group, copy.node.id);
                    }
                });
        to.ifPresent(node -> group.home = to);
    }

    /** Where groups have owners, the next node has it then; with nobody else, or where it does not start either, it is tried here again. */
    private void failsOn(SimulatedGroup group, NodeId node) {
        group.failedOn.add(node);
        if (world.rules.keepsOwnerWhenStopped()) {
            hosts.heir(group).ifPresent(heir -> group.home = Optional.of(heir.id));
            group.failedOn.remove(node);
        }
    }
}
