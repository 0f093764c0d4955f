package understudy.driver.simulated;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import understudy.core.model.Fencing;
import understudy.core.model.Membership;
import understudy.driver.simulated.scenario.Latency;

/** How nodes leave, join, boot, lose power and are fenced. */
final class NodeLives {
    private final World world;
    private Consumer<SimulatedNode> powerLost = node -> {};

    NodeLives(World world) {
        this.world = world;
    }

    /** Tells the jobs of a node that its power is gone. */
    void whenPowerIsLost(Consumer<SimulatedNode> tell) {
        powerLost = tell;
    }

    /** Reacts to each change: a node that is to leave goes once nothing runs on it. */
    void settle() {
        for (SimulatedNode node : world.nodes.values()) {
            if (node.whenEmpty.isPresent() && isEmpty(node)) {
                Runnable next = node.whenEmpty.get();
                node.whenEmpty = Optional.empty();
                next.run();
            }
        }
    }

    private boolean isEmpty(SimulatedNode node) {
        return world.groups.values().stream().noneMatch(group -> group.copies.containsKey(node.id));
    }

    /** The node leaves in good order and is kept out. */
    void leave(SimulatedNode node) {
        node.heldOut = true;
        whenGone(node, () -> out(node));
    }

    void rejoin(SimulatedNode node) {
        node.heldOut = false;
        if (node.powered && node.membership == Membership.LEFT) {
            join(node);
        }
        world.changed();
    }

    /** The node leaves in good order, its power goes, and it boots unless it never comes back. */
    void restart(SimulatedNode node, boolean comesBack) {
        whenGone(node, () -> {
            out(node);
            node.powered = false;
            node.dead |= !comesBack;
            bootLater(node);
        });
    }

    /** The services go and come back, and the node does not boot. */
    void restartServices(SimulatedNode node) {
        whenGone(node, () -> {
            out(node);
            world.time.after(world.draw(Latency.RESTART, node.id.value()), () -> {
                if (node.powered && node.membership == Membership.LEFT) {
                    join(node);
                    world.changed();
                }
            });
        });
    }

    private void whenGone(SimulatedNode node, Runnable next) {
        if (node.membership == Membership.MEMBER || node.membership == Membership.JOINING) {
            node.membership = Membership.LEAVING;
            // What nobody manages does not move away: it dies with the node's cluster services.
            world.groups.values().stream()
                    .filter(group -> !group.managed || world.maintenance || node.maintenance)
                    .forEach(group -> group.copies.remove(node.id));
        }
        node.whenEmpty = Optional.of(next);
        world.happened(node.id + " leaves the cluster.");
        world.changed();
    }

    private void out(SimulatedNode node) {
        if (node.membership != Membership.LEFT) {
            node.membership = Membership.LEFT;
            world.happened(node.id + " has left the cluster.");
        }
        world.changed();
    }

    private void bootLater(SimulatedNode node) {
        if (!node.dead) {
            world.time.after(world.draw(Latency.RESTART, node.id.value()), () -> boot(node));
        }
    }

    /** Power is there: the node boots and, unless it is held out, joins. */
    void boot(SimulatedNode node) {
        if (node.powered || node.dead) {
            return;
        }
        node.powered = true;
        node.cut = false;
        node.givenUp = false;
        node.boots++;
        node.restartReason = node.asksAgain ? "something still asks for a restart" : "";
        node.asksAgain = false;
        node.awaitsRestart = false;
        node.installing = false;
        node.warm.clear();
        node.setup.services().forEach((name, service) -> node.services.put(name, service.running()));
        for (SimulatedGroup group : world.groups.values()) {
            group.failedOn.remove(node.id);
            group.copies.remove(node.id);
        }
        node.membership = Membership.LEFT;
        world.happened(node.id + " has booted.");
        if (!node.heldOut) {
            join(node);
        }
        world.changed();
    }

    private void join(SimulatedNode node) {
        node.membership = Membership.JOINING;
        int boot = node.boots;
        world.time.after(world.draw(Latency.JOIN, node.id.value()), () -> {
            if (node.powered && node.boots == boot && node.membership == Membership.JOINING) {
                node.membership = Membership.MEMBER;
                world.happened(node.id + " is a member of the cluster.");
                world.changed();
            }
        });
    }

    /** The power is gone without a word; a cluster that fences turns it back on, another waits for somebody. */
    void losePower(SimulatedNode node, Optional<Duration> backAfter) {
        if (!node.powered) {
            return;
        }
        world.happened(node.id + " loses its power.");
        off(node);
        lost(node, () -> backAfter.isEmpty());
        backAfter.ifPresent(after -> world.time.after(after, () -> boot(node)));
    }

    /** Nobody reaches the node any more; what runs on it goes on until it is fenced. */
    void cutOff(SimulatedNode node, Optional<Duration> healsAfter) {
        if (node.cut || !node.powered) {
            return;
        }
        world.happened(node.id + " is cut off from the network.");
        node.cut = true;
        lost(node, () -> true);
        healsAfter.ifPresent(after -> world.time.after(after, () -> heal(node)));
    }

    private void heal(SimulatedNode node) {
        if (!node.cut) {
            return;
        }
        node.cut = false;
        node.givenUp = false;
        world.happened(node.id + " can be reached again.");
        if (node.powered && node.membership == Membership.LOST) {
            world.groups.values().forEach(group -> group.copies.remove(node.id));
            join(node);
        }
        world.changed();
    }

    private void off(SimulatedNode node) {
        node.powered = false;
        node.whenEmpty = Optional.empty();
        if (node.installing) {
            node.installing = false;
            node.damage = Optional.of(new Damage(
                    "The power of " + node.id + " went in the middle of an installation.",
                    "Install again: that finishes what was begun.",
                    true));
        }
        powerLost.accept(node);
    }

    private void lost(SimulatedNode node, java.util.function.BooleanSupplier fencingBoots) {
        node.membership = node.membership == Membership.LEFT ? Membership.LEFT : Membership.LOST;
        for (SimulatedGroup group : world.groups.values()) {
            Copy copy = group.copies.get(node.id);
            if (copy != null) {
                copy.phase = Copy.Phase.LOST;
                copy.promoted = false;
            }
        }
        world.changed();
        world.time.after(world.draw(Latency.DETECT, node.id.value()), () -> noticed(node, fencingBoots));
    }

    private void noticed(SimulatedNode node, java.util.function.BooleanSupplier fencingBoots) {
        if (node.membership != Membership.LOST) {
            return;
        }
        switch (world.fencing) {
            case Fencing.Works() ->
                world.time.after(world.draw(Latency.FENCE, node.id.value()), () -> fenced(node, fencingBoots));
            case Fencing.Absent() -> {
                // Without fencing the peers take the node for dead and go on; whether it is, nobody knows.
                node.givenUp = true;
                world.groups.values().forEach(group -> group.copies.remove(node.id));
                world.changed();
            }
            case Fencing.Fails(String reason) -> world.happened("Fencing of " + node.id + " fails: " + reason);
            case Fencing.Unknown(String reason) ->
                world.happened("Nobody knows whether " + node.id + " was fenced: " + reason);
        }
    }

    private void fenced(SimulatedNode node, java.util.function.BooleanSupplier fencingBoots) {
        if (node.membership != Membership.LOST) {
            return;
        }
        if (node.powered) {
            off(node);
        }
        world.groups.values().forEach(group -> group.copies.remove(node.id));
        node.membership = Membership.LEFT;
        node.givenUp = true;
        world.happened(node.id + " has been fenced.");
        if (fencingBoots.getAsBoolean()) {
            bootLater(node);
        }
        world.changed();
    }

    /** The cluster itself powers off a member that does not obey. */
    void fence(SimulatedNode node, String why) {
        if (!node.powered) {
            return;
        }
        world.happened(node.id + " is fenced for " + why + ".");
        off(node);
        lost(node, () -> true);
    }
}
