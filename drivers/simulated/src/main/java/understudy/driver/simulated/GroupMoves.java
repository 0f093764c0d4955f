package understudy.driver.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Fencing;
import understudy.driver.simulated.scenario.Latency;
import understudy.driver.simulated.scenario.Range;

/** Starts, stops, promotes and demotes one copy of a group, each in its time and with what can go wrong. */
final class GroupMoves {
    private final World world;
    private final NodeLives lives;

    GroupMoves(World world, NodeLives lives) {
        this.world = world;
        this.lives = lives;
    }

    void start(SimulatedGroup group, SimulatedNode node) {
        Copy copy = new Copy(node, Copy.Phase.STARTING);
        group.copies.put(node.id, copy);
        world.happened("The group " + group.id + " starts on " + node.id + ".");
        later(group, copy, startTime(group, node), () -> started(group, copy));
    }

    private Duration startTime(SimulatedGroup group, SimulatedNode node) {
        Duration time = draw(group.setup.timing().start(), Latency.START, group);
        return node.warm.remove(group.id) ? time : time.plus(world.draw(Latency.COLD, group.id.value()));
    }

    private void started(SimulatedGroup group, Copy copy) {
        copy.phase = Copy.Phase.UP;
        String trouble = group.isPromotable() ? "" : takeUp(group, copy.node);
        if (!trouble.isEmpty()) {
            failed(group, copy, trouble);
        }
    }

    /** Brings the service itself up on a node; answers why it does not come, empty where it does. */
    private String takeUp(SimulatedGroup group, SimulatedNode node) {
        if (group.startFailsOn.contains(node.id)) {
            return "its start on " + node.id + " ended in an error";
        }
        boolean newer = world.isPatched(node);
        if (newer && world.scenario.patch().breaks().contains(group.id)) {
            return "with its new packages on " + node.id + " it ends in an error";
        }
        if (mustBeUpgraded(group, node)) {
            world.happened("Event 1025: the group " + group.id + " must be upgraded before it goes online on " + node.id
                    + ".");
            return "it must be upgraded before it goes online on " + node.id;
        }
        boolean fenced = world.scenario.patch().versionFence() && group.setup.weight() > 0;
        if (fenced || group.isVersioned()) {
            if (group.newerStarted && !newer) {
                world.violated(
                        "VERSION-FENCE-BROKEN",
                        group.id.value(),
                        "The group " + group.id + " was started by newer binaries and then went to " + node.id
                                + ", which does not have them.");
                return "its data are newer than the binaries of " + node.id;
            }
            group.newerStarted |= newer && (!group.isVersioned() || isUpgraded(group));
        }
        group.home = Optional.of(node.id);
        if (world.rules.keepsOwnerWhenStopped()) {
            group.failedOn.clear();
        }
        world.happened("The group " + group.id + " is up on " + node.id + ".");
        return "";
    }

    /** It does not come online on the node, whose binaries are newer than it is. */
    boolean mustBeUpgraded(SimulatedGroup group, SimulatedNode on) {
        return world.rules.upgradesGroups() && group.isVersioned() && world.isPatched(on) && !isUpgraded(group);
    }

    boolean isUpgraded(SimulatedGroup group) {
        return group.setup
                .version()
                .map(version -> world.scenario.patch().changes().stream()
                        .filter(change -> change.component().equals(version.component()))
                        .allMatch(change -> VersionOrder.compare(group.version, change.to()) >= 0))
                .orElse(true);
    }

    private void failed(SimulatedGroup group, Copy copy, String why) {
        world.happened("The group " + group.id + " has failed: " + why + ".");
        group.failedOn.add(copy.node.id);
        group.copies.remove(copy.node.id);
        if (world.rules.keepsOwnerWhenStopped()) {
            group.home = Optional.of(copy.node.id);
        }
    }

    void stop(SimulatedGroup group, Copy copy) {
        copy.phase = Copy.Phase.STOPPING;
        world.happened("The group " + group.id + " stops on " + copy.node.id + ".");
        if (group.stopHangsOn.contains(copy.node.id)) {
            stopHangs(group, copy);
            return;
        }
        Duration time = draw(group.setup.timing().stop(), Latency.STOP, group);
        later(group, copy, time, () -> {
            copy.promoted = false;
            group.copies.remove(copy.node.id);
        });
    }

    /** A cluster that can fence powers off the node that does not let go; another one is stuck. */
    private void stopHangs(SimulatedGroup group, Copy copy) {
        world.happened("The stop of the group " + group.id + " on " + copy.node.id + " hangs.");
        if (world.fencing instanceof Fencing.Works) {
            world.time.after(Duration.ofSeconds(20), () -> lives.fence(copy.node, "a stop that hangs"));
        }
    }

    void promote(SimulatedGroup group, Copy copy) {
        copy.phase = Copy.Phase.PROMOTING;
        later(group, copy, startTime(group, copy.node), () -> promoted(group, copy));
    }

    private void promoted(SimulatedGroup group, Copy copy) {
        String trouble = takeUp(group, copy.node);
        copy.phase = Copy.Phase.UP;
        copy.promoted = trouble.isEmpty();
        if (!copy.promoted) {
            failed(group, copy, trouble);
        }
    }

    void demote(SimulatedGroup group, Copy copy) {
        copy.phase = Copy.Phase.DEMOTING;
        later(group, copy, draw(group.setup.timing().stop(), Latency.STOP, group), () -> {
            copy.promoted = false;
            copy.phase = Copy.Phase.UP;
        });
    }

    /** The packages' own scripts stop what runs on the node until they are done; what is given back lets it go on. */
    List<Runnable> interruptAll(SimulatedNode node) {
        List<Runnable> resumed = new ArrayList<>();
        for (SimulatedGroup group : world.groups.values()) {
            Copy copy = group.copies.get(node.id);
            if (copy != null && copy.phase == Copy.Phase.UP && group.setup.weight() > 0) {
                interrupt(group, copy);
                resumed.add(() -> resume(group, copy));
            }
        }
        return resumed;
    }

    /** The copy is out of service while its package is replaced under it. */
    void interrupt(SimulatedGroup group, Copy copy) {
        copy.phase = Copy.Phase.INTERRUPTED;
        world.happened("The packages' own scripts stop the group " + group.id + " on " + copy.node.id + ".");
    }

    void resume(SimulatedGroup group, Copy copy) {
        if (group.copies.get(copy.node.id) != copy || copy.phase != Copy.Phase.INTERRUPTED) {
            return;
        }
        copy.phase = Copy.Phase.UP;
        boolean serves = copy.promoted || !group.isPromotable();
        String trouble = serves ? takeUp(group, copy.node) : "";
        if (!trouble.isEmpty()) {
            failed(group, copy, trouble);
        }
    }

    private Duration draw(Optional<Range> own, Latency latency, SimulatedGroup group) {
        return own.map(range -> world.scenario.latencies().draw(range, latency + " " + group.id, ++group.events))
                .orElseGet(() -> world.draw(latency, group.id.value()));
    }

    /** After a while, unless the copy has gone meanwhile. */
    private void later(SimulatedGroup group, Copy copy, Duration time, Runnable then) {
        Copy.Phase phase = copy.phase;
        world.time.after(time, () -> {
            if (group.copies.get(copy.node.id) == copy && copy.phase == phase) {
                then.run();
                world.changed();
            }
        });
    }
}
