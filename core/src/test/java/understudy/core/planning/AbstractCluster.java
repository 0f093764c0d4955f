package understudy.core.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.MayHost;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.core.model.Quorum;
import understudy.core.model.Voter;
import understudy.core.procedure.Procedure;
import understudy.core.procedure.Verb;

/** A cluster of a few facts that carries out a plan step by step and notes each rule that is broken; it knows nothing of the planner. */
final class AbstractCluster {
    private final PlanningInput input;
    private final ClusterSnapshot snapshot;
    private final Map<GroupId, NodeId> owner = new LinkedHashMap<>();
    private final Set<NodeId> patched = new LinkedHashSet<>();
    private final Set<NodeId> drained = new LinkedHashSet<>();
    private final Set<NodeId> absent = new LinkedHashSet<>();
    private final Set<String> withdrawn = new LinkedHashSet<>();
    private final Set<String> awaited = new LinkedHashSet<>();
    private final Set<GroupId> down = new LinkedHashSet<>();
    private final List<String> broken = new ArrayList<>();
    private int outages;

    AbstractCluster(PlanningInput input) {
        this.input = input;
        this.snapshot = input.snapshot();
        for (Group group : snapshot.groups()) {
            if (!spread(group) && !group.serving().isEmpty() && group.health() != GroupHealth.STOPPED) {
                owner.put(group.id(), group.serving().getFirst());
            }
        }
        for (Node node : snapshot.nodes()) {
            add(patched, node.id(), node.patch().isPatched());
            add(drained, node.id(), node.drained());
            add(absent, node.id(), !node.membership().isMember());
        }
        for (LedgerEntry entry : input.records().ledger()) {
            if (entry.kind() == LedgerEntry.Kind.HOSTING_RIGHT) {
                withdrawn.add(entry.group().orElseThrow() + "@" + entry.node().orElseThrow());
            }
        }
    }

    private static <T> void add(Set<T> set, T value, boolean wanted) {
        if (wanted) {
            set.add(value);
        }
    }

    private static boolean spread(Group group) {
        return group.placement() instanceof Placement.Spread;
    }

    List<String> broken() {
        return broken;
    }

    int outages() {
        return outages;
    }

    void play(Plan plan) {
        for (Stage stage : plan.stages()) {
            stage.lead().forEach(this::play);
            together(stage);
            stage.tracks().forEach(track -> track.steps().forEach(this::play));
        }
        for (Node node : snapshot.nodes()) {
            boolean visible = node.membership().isMember();
            expect(patched.contains(node.id()) || !visible, node.id() + " has no patch at the end");
            boolean ours = input.records().ledger().stream()
                    .anyMatch(entry -> entry.kind() == LedgerEntry.Kind.DRAIN
                            && entry.node().equals(Optional.of(node.id())));
            boolean foreign = node.drained() && !ours;
            expect(!drained.contains(node.id()) || foreign, node.id() + " is drained at the end");
        }
        expect(down.isEmpty(), "down at the end: " + down);
        withdrawn.forEach(
                right -> expect(right.endsWith("@" + lostNode()) || right.isEmpty(), "right not given back: " + right));
    }

    private String lostNode() {
        return snapshot.nodes().stream()
                .filter(node -> !node.membership().isMember())
                .map(node -> node.id().value())
                .findFirst()
                .orElse("");
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }

    /** Every constraint with all nodes of the stage absent at once. */
    private void together(Stage stage) {
        Set<NodeId> away = new LinkedHashSet<>(absent);
        boolean takesAway = false;
        for (Stage.Track track : stage.tracks()) {
            boolean installs = track.steps().stream()
                    .anyMatch(step -> step.verb() instanceof Verb.Install || step.verb() instanceof Verb.Restart);
            takesAway |= installs;
            add(away, track.node(), installs);
        }
        if (!takesAway) {
            return;
        }
        expect(away.size() <= input.policy().maxUnavailable(), "more absent than allowed: " + away);
        expect(quorum(away), "no quorum without " + away);
        for (Group group : snapshot.groups()) {
            long left = group.serving().stream()
                    .filter(node -> !away.contains(node))
                    .count();
            boolean touched = group.serving().stream().anyMatch(away::contains);
            boolean stays = input.procedure().visit() != Procedure.Visit.VACATED;
            if (spread(group) && group.weight() > 0 && touched && left < group.least()) {
                expect(stays, group.id() + " is served by " + left);
            }
        }
    }

    private boolean quorum(Set<NodeId> away) {
        int all = 0;
        int present = 0;
        for (Voter voter : snapshot.quorum().voters()) {
            all += voter.votes();
            boolean gone = away.stream().anyMatch(node -> node.value().equals(voter.name()));
            present += !gone && voter.presence() == Voter.Presence.PRESENT ? voter.votes() : 0;
        }
        return switch (snapshot.quorum().rule()) {
            case Quorum.Rule.Majority() -> 2 * present > all;
            case Quorum.Rule.TwoNode() -> present >= 1;
            case Quorum.Rule.Fixed(int votes) -> present >= votes;
            case Quorum.Rule.NotNeeded() -> true;
        };
    }

    private void play(Step step) {
        step.interrupts().forEach(interruption -> outages += weight(interruption.group()));
        switch (step.verb()) {
            case Verb.HandOver() -> move(step);
            case Verb.AwaitHost() ->
                awaited.add(
                        step.group().orElseThrow() + "@" + step.destination().orElseThrow());
            case Verb.Drain() -> drain(step.node().orElseThrow());
            case Verb.Install() -> install(step);
            case Verb.Release() -> {
                expect(patched.contains(step.node().orElseThrow()), "released without the patch: " + step.id());
                drained.remove(step.node().orElseThrow());
            }
            case Verb.WithdrawHosting() ->
                withdrawn.add(step.group().orElseThrow() + "@" + step.node().orElseThrow());
            case Verb.GrantHosting() -> {
                expect(patched.contains(step.node().orElseThrow()), "granted to an older node: " + step.id());
                withdrawn.remove(step.group().orElseThrow() + "@" + step.node().orElseThrow());
            }
            case Verb.UpgradeGroup() ->
                step.destination().ifPresent(to -> fenceIsUp(step.group().orElseThrow(), to, Optional.empty()));
            case Verb.StopGroup _ -> {
                if (step.destination().isEmpty()) {
                    down.add(step.group().orElseThrow());
                }
            }
            case Verb.StartGroup _ -> down.remove(step.group().orElseThrow());
            case Verb.Fetch(),
                    Verb.Downgrade(),
                    Verb.Restart _,
                    Verb.Verify(),
                    Verb.Prepare(),
                    Verb.LeaveCluster _,
                    Verb.RejoinCluster(),
                    Verb.HoldService _,
                    Verb.KeepSetting _,
                    Verb.GiveBack _,
                    Verb.Check _,
                    Verb.Confirm _,
                    Verb.SiteCommand _ -> {
                // Nothing that this cluster knows changes.
            }
        }
    }

    private int weight(GroupId id) {
        return snapshot.group(id).orElseThrow().weight();
    }

    private void drain(NodeId node) {
        drained.add(node);
    }

    private void install(Step step) {
        NodeId node = step.node().orElseThrow();
        for (Group group : snapshot.groups()) {
            boolean here = node.equals(owner.get(group.id())) && group.weight() > 0;
            boolean stays = input.procedure().visit() != Procedure.Visit.VACATED;
            expect(!here || stays, group.id() + " is on " + node + " while it is patched");
        }
        boolean serving =
                snapshot.groups().stream().anyMatch(group -> node.equals(owner.get(group.id())) && group.weight() > 0);
        boolean mustBeDrained = input.procedure().visit() == Procedure.Visit.VACATED;
        expect(!mustBeDrained || drained.contains(node), node + " is not drained while it is patched");
        patched.add(node);
        if (serving) {
            snapshot.groups().stream()
                    .filter(group -> node.equals(owner.get(group.id())) && group.weight() > 0)
                    .forEach(group -> fenceIsUp(group.id(), node, Optional.empty()));
        }
    }

    private void move(Step step) {
        NodeId from = step.from().orElseThrow();
        NodeId to = step.destination().orElseThrow();
        Set<GroupId> unit = unit(step.group().orElseThrow());
        for (GroupId id : unit) {
            Group group = snapshot.group(id).orElseThrow();
            expect(from.equals(owner.get(id)), id + " is not on " + from);
            boolean waits = awaited.contains(id + "@" + to);
            MayHost may = group.mayHost(to);
            boolean given = input.records().ledger().stream()
                    .anyMatch(entry -> entry.kind() == LedgerEntry.Kind.HOSTING_RIGHT
                            && entry.group().equals(Optional.of(id))
                            && entry.node().equals(Optional.of(to)));
            expect(
                    may instanceof MayHost.Yes || (may instanceof MayHost.NotYet && waits) || given,
                    to + " may not host " + id);
            expect(!withdrawn.contains(id + "@" + to), to + " has lost the right to host " + id);
            boolean fenced = fence() && group.weight() > 0 && patched.contains(from);
            expect(!fenced || patched.contains(to), id + " goes back to older binaries on " + to);
        }
        boolean known = snapshot.node(to).isPresent();
        expect(known && !absent.contains(to) && !drained.contains(to), to + " takes no group");
        unit.forEach(id -> owner.put(id, to));
        load(to, unit);
        apart(to, unit);
        boolean starts =
                input.procedure().handover().stream().noneMatch(each -> each.verb() instanceof Verb.UpgradeGroup);
        if (starts) {
            unit.forEach(id -> fenceIsUp(id, to, Optional.of(from)));
        }
    }

    private boolean fence() {
        return input.patch().versionFence() || input.procedure().versionFence();
    }

    /** Groups that must be together and are. */
    private Set<GroupId> unit(GroupId id) {
        Set<GroupId> unit = new LinkedHashSet<>(Set.of(id));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Group group : snapshot.groups()) {
                for (GroupId other : group.together()) {
                    boolean both = owner.containsKey(group.id())
                            && owner.containsKey(other)
                            && owner.get(group.id()).equals(owner.get(other));
                    boolean linked = unit.contains(group.id()) != unit.contains(other);
                    if (both && linked) {
                        unit.add(group.id());
                        unit.add(other);
                        grown = true;
                    }
                }
            }
        }
        return unit;
    }

    private void load(NodeId node, Set<GroupId> arriving) {
        snapshot.node(node).orElseThrow().capacity().forEach((dimension, most) -> {
            int used = 0;
            int arrives = 0;
            for (Group group : snapshot.groups()) {
                int load = group.load().getOrDefault(dimension, 0);
                used += node.equals(owner.get(group.id())) ? load : 0;
                arrives += arriving.contains(group.id()) ? load : 0;
            }
            expect(used <= most || arrives == 0, node + " carries " + used + " of " + most + " " + dimension);
        });
    }

    private void apart(NodeId node, Set<GroupId> arriving) {
        for (Group group : snapshot.groups()) {
            for (GroupId other : group.apart()) {
                boolean both = node.equals(owner.get(group.id())) && node.equals(owner.get(other));
                boolean weighted =
                        group.weight() > 0 && snapshot.group(other).stream().anyMatch(each -> each.weight() > 0);
                boolean meets = weighted && arriving.contains(group.id()) != arriving.contains(other);
                expect(!both || !meets, group.id() + " and " + other + " share " + node);
            }
        }
    }

    private void fenceIsUp(GroupId id, NodeId node, Optional<NodeId> except) {
        if (!fence() || !patched.contains(node)) {
            return;
        }
        Group group = snapshot.group(id).orElseThrow();
        for (Node other : snapshot.nodes()) {
            boolean could = !(group.mayHost(other.id()) instanceof MayHost.No)
                    && !withdrawn.contains(id + "@" + other.id())
                    && !except.equals(Optional.of(other.id()));
            boolean older = !patched.contains(other.id());
            expect(!could || !older || group.weight() == 0, id + " could come back to older " + other.id());
        }
    }
}
