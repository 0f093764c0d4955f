package understudy.driver.simulated;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import understudy.core.model.Change;
import understudy.core.model.NodeId;
import understudy.core.procedure.Verb;
import understudy.driver.simulated.scenario.Latency;
import understudy.engine.ports.Order;

/** Stopping, starting and upgrading groups where they are. */
final class GroupServices {
    private final World world;
    private final Watchers watchers;
    private final GroupMoves moves;

    GroupServices(World world, Watchers watchers, GroupMoves moves) {
        this.world = world;
        this.watchers = watchers;
        this.moves = moves;
    }

    void stop(Order order, Job job, Verb.Selector part) {
        SimulatedGroup group = group(order);
        if (!mayBeTouched(group, job)) {
            return;
        }
        if (isOutOfReach(group)) {
            job.fail(
                    "OWNER-CLOSED",
                    group.id.value(),
                    group.id + " cannot be stopped, because its owner is away and nobody else may have it.");
            return;
        }
        world.happened("The group " + group.id + " is to be stopped"
                + (part.equals(Verb.Selector.whole()) ? "." : " in part."));
        group.wanted = false;
        world.changed();
        watchers.watch(job, () -> endsWhen(job, group.copies::isEmpty));
    }

    private boolean isOutOfReach(SimulatedGroup group) {
        return world.rules.keepsOwnerWhenStopped()
                && group.copies.isEmpty()
                && group.home.map(world::node).filter(node -> !node.answers()).isPresent();
    }

    void start(Order order, Job job, Verb.Selector part) {
        SimulatedGroup group = group(order);
        if (!mayBeTouched(group, job)) {
            return;
        }
        if (!part.only().isEmpty() && !part.only().contains(Verb.Part.SERVICE)) {
            job.succeed("");
            return;
        }
        boolean tooNew = group.home
                .map(world::node)
                .filter(home -> moves.mustBeUpgraded(group, home))
                .isPresent();
        if (tooNew) {
            String sentence = "The group " + group.id + " must be upgraded before it goes online on newer binaries.";
            world.violated("START-BEFORE-UPGRADE", group.id.value(), sentence);
            // Exchange 2007's own command tries; before, whoever gives it asks first.
            if (!world.rules.upgradeStarts()) {
                job.fail("START-BEFORE-UPGRADE", group.id.value(), sentence);
                return;
            }
        }
        bringUp(group, job);
    }

    /** Brings it online where it is owned, else wherever it may run. */
    void bringUp(SimulatedGroup group, Job job) {
        boolean held = world.rules.pauseKeepsGroups()
                && group.copies.isEmpty()
                && group.home.map(world::node).filter(node -> node.drained).isPresent();
        if (held || isOutOfReach(group)) {
            job.fail(
                    "OWNER-CLOSED",
                    group.id.value(),
                    group.id + " cannot be brought online, because its owner is paused or away.");
            return;
        }
        group.wanted = true;
        group.givenUp = false;
        group.failedOn.clear();
        Optional<NodeId> home = world.rules.keepsOwnerWhenStopped() ? group.home : Optional.empty();
        world.changed();
        watchers.watch(job, () -> {
            boolean failed = home.filter(group.failedOn::contains).isPresent();
            if (failed) {
                job.fail("START-FAILED", group.id.value(), group.id + " did not start on " + home.orElseThrow() + ".");
            }
            return failed || endsWhen(job, group::isServed);
        });
    }

    void upgrade(Order order, Job job) {
        SimulatedGroup group = group(order);
        Optional<SimulatedNode> owner = group.home.map(world::node);
        SimulatedNode executing =
                world.node(order.step().executedOn().or(() -> group.home).orElseThrow());
        if (!group.isVersioned()) {
            job.fail("VERB-UNSUPPORTED", group.id.value(), group.id + " has no version of its own.");
            return;
        }
        boolean itsOwn = owner.filter(node -> node == executing).isPresent();
        if (itsOwn && moves.isUpgraded(group) && group.isServed()) {
            job.succeed(group.id + " is upgraded already");
            return;
        }
        String obstacle = upgradeObstacle(group, owner, executing);
        if (!obstacle.isEmpty()) {
            String sentence = "The group " + group.id + " cannot be upgraded: " + obstacle + ".";
            world.violated("UPGRADE-REFUSED", group.id.value(), sentence);
            job.fail("UPGRADE-REFUSED", group.id.value(), sentence);
            return;
        }
        group.worked = true;
        int boot = executing.boots;
        world.time.after(upgradeTime(group), () -> {
            group.worked = false;
            if (!executing.powered || executing.boots != boot) {
                return;
            }
            upgraded(group, job);
        });
        world.changed();
    }

    private String upgradeObstacle(SimulatedGroup group, Optional<SimulatedNode> owner, SimulatedNode executing) {
        if (!group.copies.isEmpty() || (group.wanted && group.isServed())) {
            return "it has not been stopped";
        }
        if (owner.isEmpty() || !world.isPatched(owner.get())) {
            return "the node that owns it does not have the newer binaries";
        }
        if (owner.get() != executing) {
            return "the command was given on " + executing.id + " and its owner is " + owner.get().id;
        }
        return owner.get().awaitsRestart ? "setup on " + executing.id + " awaits a restart" : "";
    }

    private java.time.Duration upgradeTime(SimulatedGroup group) {
        return group.setup
                .timing()
                .upgrade()
                .map(range -> world.scenario.latencies().draw(range, Latency.UPGRADE + " " + group.id, ++group.events))
                .orElseGet(() -> world.draw(Latency.UPGRADE, group.id.value()));
    }

    private void upgraded(SimulatedGroup group, Job job) {
        String component = group.setup.version().orElseThrow().component();
        for (Change change : world.scenario.patch().changes()) {
            if (change.component().equals(component)) {
                group.version = change.to();
            }
        }
        group.newerStarted = true;
        world.happened("The group " + group.id + " is upgraded.");
        if (world.rules.upgradeStarts()) {
            bringUp(group, job);
            return;
        }
        job.succeed("");
        world.changed();
    }

    private static boolean endsWhen(Job job, BooleanSupplier done) {
        if (done.getAsBoolean()) {
            job.succeed("");
            return true;
        }
        return false;
    }

    /** It is the cluster's to handle, and the cluster is there; else the job fails. */
    boolean mayBeTouched(SimulatedGroup group, Job job) {
        if (!world.votes.held()) {
            job.fail(
                    "NO-QUORUM",
                    group.id.value(),
                    "The cluster has no quorum, so that " + group.id + " cannot be handled.");
            return false;
        }
        if (!group.managed || world.maintenance) {
            String sentence = "The group " + group.id + " is out of the cluster's hands.";
            world.violated("MAINTENANCE-TOUCHED", group.id.value(), sentence);
            job.fail("MAINTENANCE-TOUCHED", group.id.value(), sentence);
            return false;
        }
        return true;
    }

    private SimulatedGroup group(Order order) {
        return world.group(order.step().group().orElseThrow());
    }
}
