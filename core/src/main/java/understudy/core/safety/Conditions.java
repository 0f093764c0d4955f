package understudy.core.safety;

import java.util.List;
import java.util.Optional;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.MayHost;
import understudy.core.model.Membership;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.RestartNeed;
import understudy.core.planning.Condition;
import understudy.core.safety.Verdict.Fails;
import understudy.core.safety.Verdict.Holds;
import understudy.core.safety.Verdict.Unknown;

/** Judges whether a condition holds in what was seen; what was not seen is unknown, never a yes. */
public final class Conditions {
    private Conditions() {}

    public static Verdict judge(Condition condition, Moment moment) {
        return switch (condition) {
            case Condition.NodeVacated(NodeId node, boolean weightedOnly) -> vacated(node, weightedOnly, moment);
            case Condition.NodeReleased(NodeId node) -> released(node, moment);
            case Condition.NodeIsMember(NodeId node) -> member(node, moment);
            case Condition.NodeHasLeft(NodeId node) -> left(node, moment);
            case Condition.NodePatched(NodeId node) -> patched(node, moment);
            case Condition.NodeNeedsNoRestart(NodeId node) -> needsNoRestart(node, moment);
            case Condition.NodeRestarted(NodeId node) -> restarted(node, moment);
            case Condition.NodeRestartedIfAsked(NodeId node) -> restartedIfAsked(node, moment);
            case Condition.GroupOwnedBy(GroupId group, NodeId node) -> ownedBy(group, node, moment);
            case Condition.GroupPlacedOn(GroupId group, NodeId node) -> placedOn(group, node, moment);
            case Condition.GroupServed(GroupId group) -> served(group, moment);
            case Condition.GroupStopped(GroupId group) -> stopped(group, moment);
            case Condition.GroupUpgraded(GroupId group) -> upgraded(group, moment);
            case Condition.NodeMayHost(GroupId group, NodeId node) -> mayHost(group, node, moment);
            case Condition.NodeMayNotHost(GroupId group, NodeId node) -> mayNotHost(group, node, moment);
            case Condition.ProvenByStep() -> new Holds();
        };
    }

    private static Verdict vacated(NodeId id, boolean weightedOnly, Moment moment) {
        Optional<Node> node = moment.now().node(id);
        if (node.isEmpty()) {
            return unseen(id);
        }
        for (Group group : moment.now().groups()) {
            if (weightedOnly && group.weight() == 0) {
                continue;
            }
            if (group.serving().contains(id)) {
                return new Fails(group.id() + " is still on " + id + ".");
            }
            if (group.health() == GroupHealth.UNKNOWN && group.serving().isEmpty()) {
                return new Unknown("Where " + group.id() + " runs could not be seen, so it may be on " + id + ".");
            }
        }
        return switch (node.get().membership()) {
            case MEMBER, JOINING, LEAVING ->
                node.get().drained()
                        ? new Holds()
                        : new Fails(id + " is empty but not held, so that a group may come back to it.");
            case LEFT -> new Holds();
            case LOST -> new Unknown(id + " is lost without a word, so that what runs on it is not known.");
            case UNKNOWN -> unseen(id);
        };
    }

    private static Verdict released(NodeId id, Moment moment) {
        Optional<Node> node = moment.now().node(id);
        if (node.isEmpty() || node.get().membership() == Membership.UNKNOWN) {
            return unseen(id);
        }
        if (!node.get().drained()) {
            return new Holds();
        }
        boolean ours = hasDrainOfOurs(id, moment);
        return ours ? new Fails(id + " still carries our drain.") : new Holds();
    }

    private static boolean hasDrainOfOurs(NodeId id, Moment moment) {
        boolean listed = moment.records().ledger().stream()
                .anyMatch(entry -> entry.kind() == LedgerEntry.Kind.DRAIN
                        && entry.node().filter(id::equals).isPresent());
        boolean marked = java.util.stream.Stream.of(moment.now(), moment.atStepStart())
                .flatMap(look -> look.marks().stream())
                .anyMatch(mark -> mark.kind() == LedgerEntry.Kind.DRAIN
                        && mark.node().filter(id::equals).isPresent());
        return listed || marked;
    }

    private static Verdict member(NodeId id, Moment moment) {
        Optional<Node> node = moment.now().node(id);
        if (node.isEmpty()) {
            return unseen(id);
        }
        return switch (node.get().membership()) {
            case MEMBER -> new Holds();
            case JOINING -> new Fails(id + " is on its way into the cluster and not yet settled.");
            case LEAVING -> new Fails(id + " is on its way out of the cluster.");
            case LEFT -> new Fails(id + " is out of the cluster.");
            case LOST -> new Fails(id + " is lost.");
            case UNKNOWN -> unseen(id);
        };
    }

    private static Verdict left(NodeId id, Moment moment) {
        Optional<Node> node = moment.now().node(id);
        if (node.isEmpty()) {
            return unseen(id);
        }
        return switch (node.get().membership()) {
            case LEFT -> new Holds();
            case MEMBER, JOINING, LEAVING -> new Fails(id + " has not left the cluster.");
            case LOST -> new Unknown(id + " is gone without a word, which is no proof that it left in good order.");
            case UNKNOWN -> unseen(id);
        };
    }

    private static Verdict patched(NodeId id, Moment moment) {
        Optional<Node> node = moment.now().node(id);
        return node.isEmpty() ? unseen(id) : reaches(id.value(), node.get().patch());
    }

    private static Verdict upgraded(GroupId id, Moment moment) {
        Optional<Group> group = moment.now().group(id);
        return group.isEmpty() ? unseen(id) : reaches(id.value(), group.get().patch());
    }

    private static Verdict reaches(String subject, PatchState state) {
        return switch (state) {
            case PatchState.Patched() -> new Holds();
            case PatchState.NotVersioned() -> new Holds();
            case PatchState.Behind(List<understudy.core.model.Change> changes) ->
                new Fails(subject + " is below its targets in " + changes.size() + " of its components.");
            case PatchState.Broken(String reason, String _) ->
                new Fails("An installation on " + subject + " is half done: " + reason);
            case PatchState.Unknown(String reason) ->
                new Unknown("The versions of " + subject + " could not be read: " + reason);
        };
    }

    private static Verdict needsNoRestart(NodeId id, Moment moment) {
        Optional<Node> node = moment.now().node(id);
        if (node.isEmpty()) {
            return unseen(id);
        }
        return switch (node.get().restart()) {
            case RestartNeed.NotNeeded() -> new Holds();
            case RestartNeed.Needed(String reason) -> new Fails(id + " still asks for a restart: " + reason);
            case RestartNeed.Unknown(String reason) ->
                new Unknown("Whether " + id + " asks for a restart could not be seen: " + reason);
        };
    }

    private static Verdict restarted(NodeId id, Moment moment) {
        Optional<String> now = moment.now().node(id).flatMap(Node::bootId);
        Optional<String> then = moment.atStepStart().node(id).flatMap(Node::bootId);
        if (now.isEmpty() || then.isEmpty()) {
            return new Unknown("The boot id of " + id + " could not be seen.");
        }
        return now.equals(then) ? new Fails(id + " still runs with the boot id from before.") : new Holds();
    }

    private static Verdict restartedIfAsked(NodeId id, Moment moment) {
        boolean asked = moment.atStepStart()
                .node(id)
                .map(node -> !(node.restart() instanceof RestartNeed.NotNeeded))
                .orElse(true);
        return asked ? restarted(id, moment) : new Holds();
    }

    private static Verdict ownedBy(GroupId id, NodeId node, Moment moment) {
        Optional<Group> group = moment.now().group(id);
        if (group.isEmpty()) {
            return unseen(id);
        }
        if (group.get().health() == GroupHealth.UNKNOWN) {
            return unseen(id);
        }
        boolean online = group.get().health() == GroupHealth.ONLINE;
        if (group.get().serving().contains(node)) {
            return online ? new Holds() : new Fails(id + " is on " + node + " and not online.");
        }
        return new Fails(id + " is " + whereabouts(group.get()) + ", not on " + node + ".");
    }

    private static Verdict placedOn(GroupId id, NodeId node, Moment moment) {
        Optional<Group> group = moment.now().group(id);
        if (group.isEmpty() || group.get().health() == GroupHealth.UNKNOWN) {
            return unseen(id);
        }
        return group.get().serving().contains(node)
                ? new Holds()
                : new Fails(id + " is " + whereabouts(group.get()) + ", not on " + node + ".");
    }

    private static String whereabouts(Group group) {
        return group.serving().isEmpty()
                ? "served nowhere"
                : "on " + group.serving().getFirst();
    }

    private static Verdict served(GroupId id, Moment moment) {
        Optional<Group> group = moment.now().group(id);
        if (group.isEmpty() || group.get().health() == GroupHealth.UNKNOWN) {
            return unseen(id);
        }
        int serving = group.get().serving().size();
        boolean enough = group.get().health() == GroupHealth.ONLINE
                && serving >= group.get().least();
        return enough
                ? new Holds()
                : new Fails(id + " is not served as it must be: " + serving + " of at least "
                        + group.get().least() + " nodes serve it.");
    }

    private static Verdict stopped(GroupId id, Moment moment) {
        Optional<Group> group = moment.now().group(id);
        if (group.isEmpty()) {
            return unseen(id);
        }
        return switch (group.get().health()) {
            case STOPPED -> new Holds();
            case ONLINE, CHANGING, FAILED -> new Fails(id + " is not stopped.");
            case UNKNOWN -> unseen(id);
        };
    }

    private static Verdict mayHost(GroupId id, NodeId node, Moment moment) {
        Optional<Group> group = moment.now().group(id);
        if (group.isEmpty()) {
            return unseen(id);
        }
        return switch (group.get().mayHost(node)) {
            case MayHost.Yes() -> new Holds();
            case MayHost.No(String reason) -> new Fails(node + " may not host " + id + ": " + reason);
            case MayHost.NotYet(String reason) -> new Fails(node + " may not host " + id + " yet: " + reason);
            case MayHost.Unknown(String reason) ->
                new Unknown("Whether " + node + " may host " + id + " could not be seen: " + reason);
        };
    }

    private static Verdict mayNotHost(GroupId id, NodeId node, Moment moment) {
        Optional<Group> group = moment.now().group(id);
        if (group.isEmpty()) {
            return unseen(id);
        }
        return switch (group.get().mayHost(node)) {
            case MayHost.No(String _) -> new Holds();
            case MayHost.Yes() -> new Fails(node + " may still host " + id + ".");
            case MayHost.NotYet(String reason) -> new Fails(node + " may host " + id + " later: " + reason);
            case MayHost.Unknown(String reason) ->
                new Unknown("Whether " + node + " may host " + id + " could not be seen: " + reason);
        };
    }

    private static Unknown unseen(NodeId node) {
        return new Unknown("The state of " + node + " could not be seen.");
    }

    private static Unknown unseen(GroupId group) {
        return new Unknown("The state of " + group + " could not be seen.");
    }
}
