package understudy.driver.simulated;

import java.util.List;
import java.util.Optional;
import understudy.core.model.LedgerEntry;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;
import understudy.driver.simulated.scenario.Latency;
import understudy.engine.ports.Order;

/** Handing groups over. */
final class GroupVerbs {
    private final World world;
    private final Hosts hosts;
    private final Marks marks;
    private final Watchers watchers;
    private final GroupMoves moves;
    private final GroupServices services;
    private final Closing closing;

    GroupVerbs(World world, Hosts hosts, Marks marks, Watchers watchers, GroupMoves moves, GroupServices services) {
        this.world = world;
        this.hosts = hosts;
        this.marks = marks;
        this.watchers = watchers;
        this.moves = moves;
        this.services = services;
        this.closing = new Closing(world, marks);
    }

    void prepare(Order order, Job job) {
        SimulatedNode node = destination(order);
        if (!node.answers()) {
            job.fail("NODE-UNREACHABLE", node.id.value(), node.id + " cannot be reached.");
            return;
        }
        SimulatedGroup group = group(order);
        // One that is held out joins in the middle of the handover.
        boolean asked = world.rules.emptiedFirst() && !node.heldOut;
        String against = asked && !hosts.isOn(group, node) ? obstacle(group, node) : "";
        if (!against.isEmpty() || (asked && !node.isOpen())) {
            job.fail(
                    "DESTINATION-REFUSES",
                    group.id.value(),
                    node.id + " would not take the group " + group.id + ": "
                            + (against.isEmpty() ? "it takes no groups now" : against) + ".");
            return;
        }
        world.time.after(world.draw(Latency.SERVICE, node.id.value()), () -> {
            node.warm.add(group.id);
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
        if (!services.mayBeTouched(group, job) || isElsewhereThanExpected(order, group, job)) {
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
        if (isTooNewFor(group, to)) {
            String sentence = to.id + " does not take the group " + group.id + ": its binaries are older.";
            world.violated("VERSION-FENCE-BROKEN", group.id.value(), sentence);
            job.fail("DESTINATION-REFUSES", group.id.value(), sentence);
            return false;
        }
        // A start that has failed there before is forgotten: somebody wants it tried again.
        boolean failedBefore = group.failedOn.remove(to.id);
        String never = obstacle(group, to);
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

    private String obstacle(SimulatedGroup group, SimulatedNode to) {
        if (isTooNewFor(group, to)) {
            return "its binaries are older";
        }
        String never = switch (hosts.mayHost(group, to)) {
            case MayHost.No(String reason) -> reason;
            case MayHost.NotYet(String reason) -> reason;
            case MayHost.Unknown(String reason) -> reason;
            case MayHost.Yes() -> "";
        };
        boolean crowded =
                never.isEmpty() && to.isOpen() && !group.isPromotable() && !hosts.mayStart(hosts.leader(group), to);
        return crowded ? "it has no room for it, or hosts what it may not be with" : never;
    }

    /** The command that moves a mailbox server of 2007 looks at the binaries first. */
    private boolean isTooNewFor(SimulatedGroup group, SimulatedNode to) {
        return world.rules.upgradeStarts() && group.isVersioned() && moves.isUpgraded(group) && !world.isPatched(to);
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
                group.givenUp = false;
                world.happened("The stopped group " + group.id + " belongs to " + to.id + " now.");
                movedStopped(group, job);
            } else {
                job.fail("DESTINATION-CLOSED", group.id.value(), to.id + " takes no groups any more.");
            }
            world.changed();
        });
        world.changed();
    }

    /** One that has failed is to run: it is tried where it has come to. */
    private void movedStopped(SimulatedGroup group, Job job) {
        if (group.wanted) {
            services.bringUp(group, job);
            return;
        }
        job.succeed("");
    }

    private void moveRunning(Order order, Job job, SimulatedGroup group, SimulatedNode to) {
        if (moves.mustBeUpgraded(group, to)) {
            String sentence = "The running group " + group.id + " must be upgraded before it moves to newer binaries.";
            world.violated("MOVED-BEFORE-UPGRADE", group.id.value(), sentence);
            // As with its start: before Exchange 2007, whoever gives the command asks first.
            if (!world.rules.upgradeStarts()) {
                job.fail("MOVED-BEFORE-UPGRADE", group.id.value(), sentence);
                return;
            }
        }
        SimulatedGroup leader = hosts.leader(group);
        boolean byPreference = !world.rules.keepsOwnerWhenStopped();
        if (byPreference) {
            marks.open(order, LedgerEntry.Kind.PREFERENCE, Marks.Subject.of(to.id, leader.id), "none");
        }
        leader.preference = Optional.of(to.id);
        Optional<SimulatedNode> closed = closing.before(order, group, to);
        world.changed();
        watchers.watch(job, () -> {
            if (group.isServed() && group.serving().contains(to.id)) {
                endPreference(order, job, leader);
                job.succeed("");
                return true;
            }
            if (leader.failedOn.contains(to.id) || group.failedOn.contains(to.id)) {
                endPreference(order, job, leader);
                closed.filter(_ -> !group.copies.isEmpty()).ifPresent(from -> closing.takenBack(order, job, from));
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

    private SimulatedGroup group(Order order) {
        return world.group(order.step().group().orElseThrow());
    }

    private SimulatedNode destination(Order order) {
        return world.node(order.step().destination().or(order.step()::node).orElseThrow());
    }
}
