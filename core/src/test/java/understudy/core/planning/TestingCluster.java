package understudy.core.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import understudy.core.model.Change;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Fencing;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.HostingRight;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.MayHost;
import understudy.core.model.Membership;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.PatchState;
import understudy.core.model.Placement;
import understudy.core.model.Policy;
import understudy.core.model.PolicyDraft;
import understudy.core.model.Quorum;
import understudy.core.model.RestartNeed;
import understudy.core.model.RunId;
import understudy.core.model.StepId;
import understudy.core.model.Targets;
import understudy.core.model.Voter;
import understudy.core.procedure.Procedure;

/** A small cluster for tests: every node may host every group and has the patch still to come, until the test says otherwise. */
public final class TestingCluster {
    public static final RunId RUN = new RunId("night-1");
    public static final Instant NOW = Instant.parse("2026-03-07T22:00:00Z");

    private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
    private final Map<GroupId, Group> groups = new LinkedHashMap<>();
    private final List<Voter> others = new ArrayList<>();
    private final List<StepId> done = new ArrayList<>();
    private final List<NodeId> skipped = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final Map<GroupId, List<NodeId>> original = new LinkedHashMap<>();
    private Quorum.Rule rule = new Quorum.Rule.Majority();
    private boolean quorate = true;
    private boolean maintenance;
    private boolean changing;
    private String platform = "testing";
    private String kind = "";
    private Procedure procedure = TestingProcedures.rolling();
    private Patch patch =
            new Patch("all", "rolling", new Patch.Content.AllOffered(), false, Patch.RestartRule.REQUIRED);
    private Policy policy = Policy.standard();

    public static TestingCluster of(String... names) {
        var cluster = new TestingCluster();
        for (String name : names) {
            cluster.nodes.put(new NodeId(name), node(name));
        }
        return cluster;
    }

    static Node node(String name) {
        return new Node(
                new NodeId(name),
                Membership.MEMBER,
                false,
                false,
                new PatchState.Behind(List.of(new Change("kernel", "1", "2", 1000))),
                new RestartNeed.NotNeeded(),
                Optional.of(name + "-boot-1"),
                Map.of(),
                List.of());
    }

    /** A group with one owner that every node may host. */
    public TestingCluster group(String name, int weight, String owner) {
        return put(new Group(
                new GroupId(name),
                weight,
                new Placement.Single(),
                GroupHealth.ONLINE,
                true,
                List.of(new NodeId(owner)),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                new PatchState.NotVersioned(),
                everywhere()));
    }

    /** A clone that these nodes serve. */
    public TestingCluster spread(String name, int least, String... serving) {
        List<NodeId> ids = java.util.Arrays.stream(serving).map(NodeId::new).toList();
        return put(new Group(
                new GroupId(name),
                1,
                new Placement.Spread(least),
                GroupHealth.ONLINE,
                true,
                ids,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                new PatchState.NotVersioned(),
                everywhere()));
    }

    private List<HostingRight> everywhere() {
        return nodes.keySet().stream()
                .map(node -> new HostingRight(node, new MayHost.Yes()))
                .toList();
    }

    public TestingCluster put(Group group) {
        groups.put(group.id(), group);
        return this;
    }

    public TestingCluster with(String group, UnaryOperator<GroupDraft> change) {
        var id = new GroupId(group);
        Group before = groups.get(id);
        if (before == null) {
            throw new IllegalArgumentException("No group " + group);
        }
        groups.put(id, change.apply(new GroupDraft(before)).build());
        return this;
    }

    public TestingCluster node(String name, UnaryOperator<NodeDraft> change) {
        var id = new NodeId(name);
        Node before = nodes.get(id);
        if (before == null) {
            throw new IllegalArgumentException("No node " + name);
        }
        nodes.put(id, change.apply(new NodeDraft(before)).build());
        return this;
    }

    public TestingCluster patched(String... names) {
        for (String name : names) {
            node(name, node -> node.patch(new PatchState.Patched()));
        }
        return this;
    }

    /** A drain of this run: on the node, in the ledger, with its mark. */
    public TestingCluster drainedByUs(String name) {
        node(name, node -> node.drained(true));
        return entry(LedgerEntry.Kind.DRAIN, name, Optional.empty());
    }

    /** This run has taken the node out of the cluster. */
    TestingCluster heldOutByUs(String name) {
        node(name, node -> node.membership(Membership.LEFT));
        return entry(LedgerEntry.Kind.MEMBERSHIP, name, Optional.empty());
    }

    public TestingCluster withdrawn(String group, String node) {
        with(group, draft -> draft.mayHost(node, new MayHost.No("withdrawn by this run")));
        return entry(LedgerEntry.Kind.HOSTING_RIGHT, node, Optional.of(new GroupId(group)));
    }

    public TestingCluster entry(LedgerEntry.Kind entryKind, String node, Optional<GroupId> group) {
        String id = "understudy-" + entryKind.name().toLowerCase(java.util.Locale.ROOT) + "-" + node
                + group.map(each -> "-" + each).orElse("");
        ledger.add(new LedgerEntry(id, RUN, entryKind, Optional.of(new NodeId(node)), group, "", "release " + node));
        marks.add(new Mark(id, RUN, entryKind, Optional.of(new NodeId(node)), group));
        return this;
    }

    public TestingCluster mark(Mark mark) {
        marks.add(mark);
        return this;
    }

    public TestingCluster done(String... ids) {
        for (String id : ids) {
            done.add(new StepId(id));
        }
        return this;
    }

    public TestingCluster skipped(String node) {
        skipped.add(new NodeId(node));
        return this;
    }

    public TestingCluster original(String group, String node) {
        original.put(new GroupId(group), List.of(new NodeId(node)));
        return this;
    }

    public TestingCluster rule(Quorum.Rule newRule) {
        rule = newRule;
        return this;
    }

    public TestingCluster voter(String name, Voter.Presence presence) {
        others.add(new Voter(name, 1, presence));
        return this;
    }

    public TestingCluster withoutQuorum() {
        quorate = false;
        return this;
    }

    public TestingCluster inMaintenance() {
        maintenance = true;
        return this;
    }

    public TestingCluster inTransition() {
        changing = true;
        return this;
    }

    public TestingCluster platform(String newPlatform, String newKind) {
        platform = newPlatform;
        kind = newKind;
        return this;
    }

    public TestingCluster procedure(Procedure newProcedure) {
        procedure = newProcedure;
        return this;
    }

    public TestingCluster versionFence() {
        patch = new Patch(patch.id(), patch.procedure(), patch.content(), true, patch.restart());
        return this;
    }

    public TestingCluster restart(Patch.RestartRule restart) {
        patch = new Patch(patch.id(), patch.procedure(), patch.content(), patch.versionFence(), restart);
        return this;
    }

    public TestingCluster maxUnavailable(int most) {
        return policy(draft -> draft.maxUnavailable(most));
    }

    public TestingCluster policy(UnaryOperator<PolicyDraft> change) {
        policy = change.apply(policy.draft()).build();
        return this;
    }

    public PlanningInput input() {
        return new PlanningInput(snapshot(), records(), procedure, patch, policy, NOW);
    }

    public RunRecords records() {
        return new RunRecords(Targets.none(), original, done, skipped, ledger, Map.of(), Map.<String, Duration>of());
    }

    public ClusterSnapshot snapshot() {
        List<Voter> voters = new ArrayList<>();
        nodes.values()
                .forEach(node -> voters.add(new Voter(
                        node.id().value(),
                        1,
                        node.membership().isMember() ? Voter.Presence.PRESENT : Voter.Presence.ABSENT)));
        voters.addAll(others);
        return new ClusterSnapshot(
                "office",
                platform,
                kind,
                NOW,
                new Quorum(rule, quorate, voters),
                new Fencing.Works(),
                maintenance,
                changing,
                List.copyOf(nodes.values()),
                List.copyOf(groups.values()),
                marks,
                List.of());
    }
}
