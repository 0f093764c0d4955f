package understudy.driver.pacemaker.act;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.driver.pacemaker.act.Cluster.Waited;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.driver.pacemaker.observe.ClusterLook.Judged;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;

/**
 * Lets a group go to another node by a preference of ours; the old owner stays eligible, so that a start that fails brings the group
 * home. What has come of it is read from the state of every part, never from an exit code.
 */
final class HandOver {
    /** So long the cluster may take to begin: an idle cluster before that has not thought about the preference yet. */
    private static final Duration TO_BEGIN = Duration.ofSeconds(3);

    private final Cluster cluster;

    HandOver(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome handOver(Order order, GroupId id, NodeId destination) throws Refusal {
        var look = cluster.look();
        var group = cluster.group(look, id);
        var entry = Entries.preference(order.action().run(), id, destination);
        boolean begun = look.cib()
                .constraints("rsc_location")
                .anyMatch(location -> location.attribute("id")
                        .equals(understudy.driver.pacemaker.Marks.name(entry.run(), entry.id())));
        if (isThere(group, destination) && !begun) {
            return new Outcome.Succeeded(id + " is on " + destination + " already.");
        }
        if (!begun) {
            begin(order, look, group, destination, entry);
        }
        return finish(order, id, destination, entry);
    }

    private void begin(Order order, ClusterLook look, Group group, NodeId destination, LedgerEntry entry)
            throws Refusal {
        InMaintenance.refuse(look, destination);
        InMaintenance.refuse(group);
        refuseSurprise(order, group);
        refuseHost(group, destination);
        var edit = CibEdit.location(
                entry,
                group.id().value(),
                destination.value(),
                "INFINITY",
                group.placement() instanceof Placement.Promotable);
        var after = cluster.simulate(Optional.of(edit)).placeAfter(group.id().value());
        if (!after.equals(List.of(destination.value()))) {
            throw new Refusal(
                    "PACEMAKER-WOULD-NOT-GO",
                    group.id().value(),
                    "By the cluster's own simulation " + group.id() + " would not go to " + destination + " but "
                            + (after.isEmpty() ? "nowhere" : "be on " + Sentences.listed(after)) + ".",
                    "Look at its constraints with crm_resource --resource " + group.id() + " --constraints.");
        }
        order.ledger().open(entry);
        cluster.mustEdit(edit, "our preference for " + destination);
    }

    /** Compare and act: if someone else has moved the group, the plan was made for another cluster. */
    private static void refuseSurprise(Order order, Group group) throws Refusal {
        var expected = order.step().from();
        if (expected.isPresent() && !group.owner().equals(expected)) {
            throw new Refusal(
                    "PACEMAKER-OWNER-CHANGED",
                    group.id().value(),
                    group.id() + " is not handed over, because it was expected on " + expected.get() + " and is "
                            + group.owner().map(owner -> "on " + owner).orElse("served by no node") + ".",
                    "Look who moved it; the run plans again.");
        }
    }

    private static void refuseHost(Group group, NodeId destination) throws Refusal {
        var reason = switch (group.mayHost(destination)) {
            case MayHost.Yes() -> "";
            case MayHost.No(String why) -> why;
            case MayHost.NotYet(String why) -> why;
            case MayHost.Unknown(String why) -> why;
        };
        if (!reason.isEmpty()) {
            throw new Refusal(
                    "PACEMAKER-MAY-NOT-HOST",
                    group.id().value(),
                    group.id() + " is not handed over to " + destination + ". " + reason,
                    "Nothing was moved.");
        }
    }

    private Outcome finish(Order order, GroupId id, NodeId destination, LedgerEntry entry) throws Refusal {
        var begun = cluster.clock().instant();
        var until = begun.plus(order.deadline());
        var verdict = new Verdict(id, destination, begun.plus(TO_BEGIN));
        return switch (awaitArrival(verdict, order, until)) {
            case Waited.Holds(ClusterLook look) -> {
                if (isThere(cluster.group(look, id), destination)) {
                    yield arrived(order, id, destination, entry);
                }
                yield failed(order, look, id, destination, entry);
            }
            case Waited.TimedOut(Optional<ClusterLook> last, String reason) ->
                throw new Refusal(
                        "PACEMAKER-HANDOVER-UNFINISHED",
                        id.value(),
                        id + " is not on " + destination + " after "
                                + order.deadline().toSeconds() + " s and the cluster has not " + "settled. " + reason,
                        "Look at it with crm_mon -1; our preference stands until the run takes it back: "
                                + entry.byHand(),
                        true);
        };
    }

    private Waited awaitArrival(Verdict verdict, Order order, Instant until) {
        var between = Stream.of(order.step().from(), Optional.of(verdict.destination))
                .flatMap(Optional::stream)
                .map(NodeId::value)
                .toList();
        Optional<ClusterLook> last = Optional.empty();
        var reason = "";
        while (cluster.clock().instant().isBefore(until)) {
            var left = Duration.between(cluster.clock().instant(), until);
            switch (cluster.talk().awaitArrival(verdict.id.value(), between, verdict.destination.value(), left)) {
                case Judged.Believed(ClusterLook look) -> {
                    if (verdict.isReached(look)) {
                        return new Waited.Holds(look);
                    }
                    last = Optional.of(look);
                }
                case Judged.NotBelieved(String why) -> reason = why;
            }
            Pauses.briefly();
        }
        return new Waited.TimedOut(last, reason);
    }

    private Outcome arrived(Order order, GroupId id, NodeId destination, LedgerEntry entry) throws Refusal {
        return new Preference(cluster).giveBack(entry)
                ? returned(order, entry, id + " is served by " + destination + ".")
                : new Outcome.Succeeded(id + " is served by " + destination
                        + ". Our preference stays, because without it the group would move again"
                        + " (resource-stickiness): take it back when that may happen: " + entry.byHand());
    }

    private static Outcome returned(Order order, LedgerEntry entry, String note) {
        order.ledger().returned(entry);
        return new Outcome.Succeeded(note);
    }

    private Outcome failed(Order order, ClusterLook look, GroupId id, NodeId destination, LedgerEntry entry)
            throws Refusal {
        var group = cluster.group(look, id);
        var why = Failures.on(look, group, destination.value()).map(Failures::sentence);
        var code = why.isPresent() ? "START-FAILED" : "PACEMAKER-HANDOVER-FAILED";
        if (new Preference(cluster).giveBack(entry)) {
            order.ledger().returned(entry);
        }
        var resource = Failures.on(look, group, destination.value())
                .map(failure -> failure.resource())
                .orElse(id.value());
        throw new Refusal(
                code,
                id.value(),
                id + " did not start on " + destination + ": " + why.orElse("the cluster placed it elsewhere")
                        + ". It is "
                        + (group.serving().isEmpty()
                                ? "served by no node: " + Failures.listed(look, group)
                                : "back on " + Sentences.listed(group.serving()))
                        + ".",
                "Repair the cause on " + destination + " and run: crm_resource --cleanup --resource " + resource
                        + " --node " + destination + ".");
    }

    private static boolean isThere(Group group, NodeId destination) {
        return group.health() == GroupHealth.ONLINE && group.serving().equals(List.of(destination));
    }

    /** Reached as soon as every part serves on the destination; or once the cluster, after it was busy, has nothing left to do. */
    private final class Verdict {
        private final GroupId id;
        private final NodeId destination;
        private final Instant believeIdleFrom;
        private boolean wasBusy;
        private boolean wasAtRest;

        Verdict(GroupId id, NodeId destination, Instant believeIdleFrom) {
            this.id = id;
            this.destination = destination;
            this.believeIdleFrom = believeIdleFrom;
        }

        boolean isReached(ClusterLook look) {
            var group = cluster.groups(look).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst();
            if (group.filter(one -> isThere(one, destination)).isPresent()) {
                return true;
            }
            wasBusy |= !look.isIdle();
            boolean settled =
                    look.isIdle() && (wasBusy || !cluster.clock().instant().isBefore(believeIdleFrom));
            // A look is older than the simulation after it, and the last start may end between the two: the next look
            // tells.
            if (settled && wasAtRest) {
                return true;
            }
            wasAtRest = settled && hasNothingLeftToDo();
            return false;
        }

        private boolean hasNothingLeftToDo() {
            try {
                return cluster.simulate(Optional.empty()).actions() == 0;
            } catch (Refusal notSimulated) {
                return false;
            }
        }
    }
}
