package understudy.driver.simulated;

import java.util.List;
import java.util.Optional;
import understudy.core.model.Membership;

/** The cluster's own will: after every change it decides for each group whether it stays, stops, starts or is promoted. */
final class Placing {
    private final World world;
    private final Hosts hosts;
    private final GroupMoves moves;

    Placing(World world, Hosts hosts, GroupMoves moves) {
        this.world = world;
        this.hosts = hosts;
        this.moves = moves;
    }

    void settle() {
        if (world.maintenance) {
            return;
        }
        boolean quorum = world.votes.held();
        for (SimulatedGroup group : world.groups.values()) {
            if (group.managed && !group.worked) {
                settle(group, group.wanted && quorum);
            }
        }
    }

    private void settle(SimulatedGroup group, boolean shouldRun) {
        if (group.isSingle()) {
            settleSingle(group, shouldRun);
            return;
        }
        settleCopies(group, shouldRun);
        if (group.isPromotable() && shouldRun) {
            settlePromotion(group);
        }
    }

    private void settleSingle(SimulatedGroup group, boolean shouldRun) {
        Optional<Copy> there = group.only();
        if (there.isEmpty()) {
            if (shouldRun) {
                hosts.best(group).ifPresent(node -> moves.start(group, node));
            }
            return;
        }
        Copy copy = there.get();
        if (!copy.isSettled() || isHandsOff(copy)) {
            return;
        }
        if (!shouldRun) {
            moves.stop(group, copy);
            return;
        }
        if (!hosts.mayStay(group, copy.node)) {
            leaveOrStay(group, copy);
            return;
        }
        if (isDrawnElsewhere(group, copy)) {
            moves.stop(group, copy);
        }
    }

    private void leaveOrStay(SimulatedGroup group, Copy copy) {
        boolean stays = world.rules.staysWithoutHome()
                && copy.node.membership == Membership.MEMBER
                && hosts.best(group).isEmpty();
        if (!stays) {
            moves.stop(group, copy);
        }
    }

    /** Our preference, or the cluster's own where it fails back, names another node that may host it. */
    private boolean isDrawnElsewhere(SimulatedGroup group, Copy copy) {
        if (hosts.leader(group) != group) {
            return false;
        }
        if (group.preference.isPresent()) {
            SimulatedNode node = world.node(group.preference.get());
            return node != copy.node && hosts.mayStart(group, node);
        }
        if (!group.setup.failback()) {
            return false;
        }
        return hosts.best(group)
                .filter(node -> node != copy.node && hosts.rank(group, node) < 1000)
                .filter(node -> rankOf(group, node) < rankOf(group, copy.node))
                .isPresent();
    }

    /** As the cluster ranks nodes for a return, where home does not count. */
    private static int rankOf(SimulatedGroup group, SimulatedNode node) {
        int preferred = group.setup.hosting().preferred().indexOf(node.id);
        return preferred < 0 ? Integer.MAX_VALUE : preferred;
    }

    private void settleCopies(SimulatedGroup group, boolean shouldRun) {
        for (SimulatedNode node : world.nodes.values()) {
            Copy copy = group.copies.get(node.id);
            if (copy == null) {
                if (shouldRun && hosts.mayStart(group, node)) {
                    moves.start(group, node);
                }
                continue;
            }
            if (!copy.isSettled() || isHandsOff(copy) || (shouldRun && hosts.mayStay(group, node))) {
                continue;
            }
            if (copy.promoted) {
                moves.demote(group, copy);
            } else {
                moves.stop(group, copy);
            }
        }
    }

    private void settlePromotion(SimulatedGroup group) {
        Optional<Copy> promoted = group.promoted();
        List<Copy> ready = group.copies.values().stream()
                .filter(copy -> copy.phase == Copy.Phase.UP && hosts.mayStay(group, copy.node))
                .toList();
        boolean onTheWay = group.copies.values().stream().anyMatch(copy -> copy.phase == Copy.Phase.PROMOTING);
        if (promoted.isEmpty() && !onTheWay) {
            ready.stream()
                    .min((left, right) -> Integer.compare(hosts.rank(group, left.node), hosts.rank(group, right.node)))
                    .ifPresent(copy -> moves.promote(group, copy));
            return;
        }
        promoted.filter(copy -> copy.isSettled() && group.preference.isPresent())
                .filter(copy -> ready.stream()
                        .anyMatch(other -> other != copy && group.preference.equals(Optional.of(other.node.id))))
                .ifPresent(copy -> moves.demote(group, copy));
    }

    private static boolean isHandsOff(Copy copy) {
        return copy.node.maintenance;
    }
}
