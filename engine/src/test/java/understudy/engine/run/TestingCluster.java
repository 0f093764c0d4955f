package understudy.engine.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import understudy.core.model.Change;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Fencing;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.HostingRight;
import understudy.core.model.Mark;
import understudy.core.model.MayHost;
import understudy.core.model.Membership;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Placement;
import understudy.core.model.Quorum;
import understudy.core.model.RestartNeed;
import understudy.core.model.Voter;

/** A cluster of nodes with one mail group, changed directly by the tests and their driver. */
final class TestingCluster {
    static final GroupId MAIL = new GroupId("mail");

    /** One node of it. */
    static final class Machine {
        boolean patched;
        boolean broken;
        boolean needsRestart;
        boolean drained;
        boolean member = true;
        int boots = 1;
    }

    final Map<NodeId, Machine> machines = new LinkedHashMap<>();
    final List<Mark> marks = new ArrayList<>();
    final Set<NodeId> withdrawn = new HashSet<>();
    PatchState groupPatch = new PatchState.NotVersioned();
    boolean changing;
    Optional<NodeId> owner;

    TestingCluster(int nodes) {
        for (int number = 1; number <= nodes; number++) {
            machines.put(new NodeId("n" + number), new Machine());
        }
        owner = Optional.of(new NodeId("n1"));
    }

    Machine machine(NodeId node) {
        return java.util.Objects.requireNonNull(machines.get(node));
    }

    ClusterSnapshot snapshot(Instant now) {
        return new ClusterSnapshot(
                "mailcluster",
                "testing",
                "",
                now,
                new Quorum(new Quorum.Rule.Majority(), true, voters()),
                new Fencing.Works(),
                false,
                changing,
                machines.keySet().stream().map(this::node).toList(),
                List.of(group()),
                marks,
                List.of());
    }

    private List<Voter> voters() {
        return machines.keySet().stream()
                .map(node -> new Voter(
                        node.value(), 1, machine(node).member ? Voter.Presence.PRESENT : Voter.Presence.ABSENT))
                .toList();
    }

    private Node node(NodeId id) {
        Machine machine = machine(id);
        PatchState patch = machine.broken
                ? new PatchState.Broken("dpkg was interrupted.", "Run `dpkg --configure -a`.")
                : machine.patched
                        ? new PatchState.Patched()
                        : new PatchState.Behind(List.of(new Change("mailer", "1", "2", 0)));
        return new Node(
                id,
                machine.member ? Membership.MEMBER : Membership.LOST,
                machine.drained,
                false,
                patch,
                machine.needsRestart ? new RestartNeed.Needed("mailer was replaced.") : new RestartNeed.NotNeeded(),
                Optional.of("boot-" + machine.boots),
                Map.of(),
                List.of());
    }

    private Group group() {
        return new Group(
                MAIL,
                1,
                new Placement.Single(),
                owner.isPresent() ? GroupHealth.ONLINE : GroupHealth.FAILED,
                true,
                owner.stream().toList(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                groupPatch,
                machines.keySet().stream()
                        .map(node -> new HostingRight(node, mayHost(node)))
                        .toList());
    }

    private MayHost mayHost(NodeId node) {
        return withdrawn.contains(node) ? new MayHost.No("Its right was withdrawn.") : new MayHost.Yes();
    }
}
