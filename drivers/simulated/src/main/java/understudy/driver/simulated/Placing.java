package understudy.driver.simulated;

import java.util.List;
import java.util.Optional;
import understudy.core.model.MayHost;
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
            settleDown(group, shouldRun);
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
        boolean stays = hosts.mayStay(group, copy.node) || isKept(group, copy);
        if (!stays || isDrawnElsewhere(group, copy)) {
            moves.stop(group, copy);
        }
    }

    /** It runs nowhere. Where a group has an owner all the same, one that has failed wherever it may run is left so. */
    private void settleDown(SimulatedGroup group, boolean shouldRun) {
        if (world.rules.keepsOwnerWhenStopped()) {
            inherited(group);
        }
        if (!shouldRun || group.givenUp) {
            return;
        }
        Optional<SimulatedNode> best = hosts.best(group);
        best.ifPresent(node -> moves.start(group, node));
        group.givenUp = best.isEmpty() && hosts.ownerCannotStart(group);
    }

    /** Its owner has left, or is gone for good as far as the others know: one of them has it now, running or not. */
    private void inherited(SimulatedGroup group) {
        boolean gone = group.home
                .map(world::node)
                .filter(node -> node.givenUp || node.membership == Membership.LEFT)
                .isPresent();
        if (gone) {
            group.givenUp = false;
            hosts.heir(group).ifPresent(heir -> group.home = Optional.of(heir.id));
        }
    }

    /** What a paused node has stays there, unless it has been given to another one. */
    private boolean isKept(SimulatedGroup group, Copy copy) {
        if (!world.rules.pauseKeepsGroups() || copy.node.membership != Membership.MEMBER) {
            return false;
        }
        boolean its = group.home.equals(Optional.of(copy.node.id));
        return (its && hosts.mayHost(group, copy.node) instanceof MayHost.Yes)
                || hosts.best(group).isEmpty();
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
