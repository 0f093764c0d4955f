package understudy.driver.simulated;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import understudy.core.model.Change;
import understudy.core.model.LedgerEntry;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;
import understudy.core.procedure.Verb;
import understudy.driver.simulated.scenario.Latency;
import understudy.engine.ports.Order;

/** Handing groups over, stopping, starting and upgrading them. */
final class GroupVerbs {
    private final World world;
    private final Hosts hosts;
    private final Marks marks;
    private final Watchers watchers;
    private final GroupMoves moves;

    GroupVerbs(World world, Hosts hosts, Marks marks, Watchers watchers, GroupMoves moves) {
        this.world = world;
        this.hosts = hosts;
        this.marks = marks;
        this.watchers = watchers;
        this.moves = moves;
    }

    void prepare(Order order, Job job) {
        SimulatedNode node = destination(order);
        if (!node.answers()) {
            job.fail("NODE-UNREACHABLE", node.id.value(), node.id + " cannot be reached.");
            return;
        }
        world.time.after(world.draw(Latency.SERVICE, node.id.value()), () -> {
            node.warm.add(group(order).id);
            job.succeed("");
        });
    }

    void awaitHost(Order order, Job job) {
        SimulatedGroup group = group(order);
        SimulatedNode node = destination(order);
        watchers.watch(job, () -> switch (hosts.mayHost(group, node)) {
            case MayHost.Yes() -> {
                job.succeed("");
                yield true;
            }
            case MayHost.No(String reason) -> {
                job.fail("MAY-NOT-HOST", group.id.value(), node.id + " may not host " + group.id + ": " + reason + ".");
                yield true;
            }
            case MayHost.NotYet(String _), MayHost.Unknown(String _) -> false;
        });
    }

    void handOver(Order order, Job job) {
        SimulatedGroup group = group(order);
        SimulatedNode to = destination(order);
        if (!mayBeTouched(group, job) || isElsewhereThanExpected(order, group, job)) {
            return;
        }
        if (hosts.isOn(group, to) && (!group.isPromotable() || group.serving().contains(to.id))) {
            job.succeed(group.id + " is on " + to.id + " already");
            return;
        }
        if (!accepts(group, to, job)) {
            return;
        }
        if (group.copies.isEmpty()) {
            moveStopped(group, to, job);
        } else {
            moveRunning(order, job, group, to);
        }
    }

    private boolean isElsewhereThanExpected(Order order, SimulatedGroup group, Job job) {
        Optional<NodeId> expected = order.step().from();
        boolean there = expected.isEmpty()
                || group.copies.containsKey(expected.get())
                || group.copies.isEmpty()
                || hosts.isOn(group, destination(order));
        if (!there) {
            job.fail(
                    "OWNER-CHANGED",
                    group.id.value(),
                    "The owner of " + group.id + " is not " + expected.get() + " any more.");
        }
        return !there;
    }

    private boolean accepts(SimulatedGroup group, SimulatedNode to, Job job) {
        if (!group.isSingle() && !group.isPromotable()) {
            job.fail(
                    "NOT-ONE-OWNER",
                    group.id.value(),
                    group.id + " runs on many nodes, so that it cannot be handed over.");
            return false;
        }
        String never = switch (hosts.mayHost(group, to)) {
            case MayHost.No(String reason) -> reason;
            case MayHost.NotYet(String reason) -> reason;
            case MayHost.Unknown(String reason) -> reason;
            case MayHost.Yes() -> "";
        };
        // A start that has failed there before is forgotten: somebody wants it tried again.
        boolean failedBefore = group.failedOn.remove(to.id);
        if (never.isEmpty() && to.isOpen() && !group.isPromotable() && !hosts.mayStart(hosts.leader(group), to)) {
            never = "it has no room for it, or hosts what it may not be with";
        }
        if (!never.isEmpty()) {
            String sentence = to.id + " does not take the group " + group.id + ": " + never + ".";
            world.violated("DESTINATION-REFUSES", group.id.value(), sentence);
            job.fail("DESTINATION-REFUSES", group.id.value(), sentence);
            return false;
        }
        if (!to.isOpen()) {
            if (failedBefore) {
                group.failedOn.add(to.id);
            }
            job.fail("DESTINATION-CLOSED", group.id.value(), to.id + " takes no groups now.");
            return false;
        }
        return true;
    }

    /** On platforms where a stopped group has an owner: storage, name and address change hands. */
    private void moveStopped(SimulatedGroup group, SimulatedNode to, Job job) {
        if (!world.rules.keepsOwnerWhenStopped()) {
            job.fail("NOT-RUNNING", group.id.value(), group.id + " runs nowhere, so that it cannot be handed over.");
            return;
        }
        group.worked = true;
        world.time.after(world.draw(Latency.MOVE, group.id.value()), () -> {
            group.worked = false;
            if (to.isOpen()) {
                group.home = Optional.of(to.id);
                world.happened("The stopped group " + group.id + " belongs to " + to.id + " now.");
                job.succeed("");
            } else {
                job.fail("DESTINATION-CLOSED", group.id.value(), to.id + " takes no groups any more.");
            }
            world.changed();
        });
        world.changed();
    }

    private void moveRunning(Order order, Job job, SimulatedGroup group, SimulatedNode to) {
        if (world.rules.upgradesGroups() && group.isVersioned() && world.isPatched(to) && !moves.isUpgraded(group)) {
            world.violated(
                    "MOVED-BEFORE-UPGRADE",
                    group.id.value(),
                    "The running group " + group.id + " was moved to newer binaries before its upgrade.");
        }
        SimulatedGroup leader = hosts.leader(group);
        boolean byPreference = !world.rules.keepsOwnerWhenStopped();
        if (byPreference) {
            marks.open(order, LedgerEntry.Kind.PREFERENCE, Marks.Subject.of(to.id, leader.id), "none");
        }
        leader.preference = Optional.of(to.id);
        world.changed();
        watchers.watch(job, () -> {
            if (group.isServed() && group.serving().contains(to.id)) {
                endPreference(order, job, leader);
                job.succeed("");
                return true;
            }
            if (leader.failedOn.contains(to.id) || group.failedOn.contains(to.id)) {
                endPreference(order, job, leader);
                job.fail("START-FAILED", group.id.value(), group.id + " did not start on " + to.id + ".");
                return true;
            }
            return false;
        });
    }

    /** The preference goes at once where no group moves by it. */
    private void endPreference(Order order, Job job, SimulatedGroup leader) {
        leader.preference = Optional.empty();
        List<LedgerEntry> ours = marks.of(order, LedgerEntry.Kind.PREFERENCE, Optional.empty(), Optional.of(leader.id));
        ours.forEach(marks::erase);
        job.undone.addAll(ours);
    }

    void stop(Order order, Job job, Verb.Selector part) {
        SimulatedGroup group = group(order);
        if (!mayBeTouched(group, job)) {
            return;
        }
        world.happened("The group " + group.id + " is to be stopped"
                + (part.equals(Verb.Selector.whole()) ? "." : " in part."));
        group.wanted = false;
        world.changed();
        watchers.watch(job, () -> endsWhen(job, group.copies::isEmpty));
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
                .filter(home -> world.rules.upgradesGroups() && group.isVersioned())
                .filter(home -> world.isPatched(home) && !moves.isUpgraded(group))
                .isPresent();
        if (tooNew) {
            String sentence = "The group " + group.id + " must be upgraded before it goes online on newer binaries.";
            world.violated("START-BEFORE-UPGRADE", group.id.value(), sentence);
            job.fail("START-BEFORE-UPGRADE", group.id.value(), sentence);
            return;
        }
        bringUp(group, job);
    }

    private void bringUp(SimulatedGroup group, Job job) {
        group.wanted = true;
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
        if (moves.isUpgraded(group) && group.isServed()) {
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

    private boolean mayBeTouched(SimulatedGroup group, Job job) {
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

    private SimulatedNode destination(Order order) {
        return world.node(order.step().destination().or(order.step()::node).orElseThrow());
    }
}
