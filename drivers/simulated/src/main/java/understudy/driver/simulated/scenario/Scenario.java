package understudy.driver.simulated.scenario;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;

/**
 * All that a simulated cluster begins with: nodes, groups, votes, the patch that waits, how long things take, what goes wrong.
 *
 * @param about one sentence for a reader
 * @param start what the clock says when it begins
 * @param maxUnavailable how many nodes the owner lets be absent at once; a hint for a policy, not a rule of the cluster
 */
public record Scenario(
        String name,
        String about,
        Instant start,
        ClusterSetup cluster,
        List<NodeSetup> nodes,
        List<GroupSetup> groups,
        PatchSetup patch,
        Latencies latencies,
        List<Fault> faults,
        int maxUnavailable) {
    /** When scenarios begin that do not say. */
    public static final Instant STANDARD_START = Instant.parse("2026-01-03T22:00:00Z");

    public Scenario {
        nodes = List.copyOf(nodes);
        groups = List.copyOf(groups);
        faults = List.copyOf(faults);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("A cluster needs a node.");
        }
        Set<NodeId> known = new HashSet<>();
        for (NodeSetup node : nodes) {
            if (!known.add(node.id())) {
                throw new IllegalArgumentException("The node " + node.id() + " stands there twice.");
            }
        }
        Set<GroupId> names = new HashSet<>();
        for (GroupSetup group : groups) {
            if (!names.add(group.id())) {
                throw new IllegalArgumentException("The group " + group.id() + " stands there twice.");
            }
        }
        groups.forEach(group -> requireKnown(group, known, names));
        faults.forEach(fault -> requireKnown(fault, known, names));
    }

    private static void requireKnown(GroupSetup group, Set<NodeId> nodes, Set<GroupId> groups) {
        Stream.of(
                        group.owners(),
                        group.hosting().preferred(),
                        group.hosting().allowed(),
                        List.copyOf(group.hosting().banned().keySet()),
                        List.copyOf(group.hosting().notYet().keySet()))
                .flatMap(List::stream)
                .filter(node -> !nodes.contains(node))
                .findFirst()
                .ifPresent(node -> {
                    throw new IllegalArgumentException(
                            "The group " + group.id() + " names " + node + ", which is not a node of the scenario.");
                });
        Stream.concat(group.apart().stream(), group.together().stream())
                .filter(other -> !groups.contains(other))
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException(
                            "The group " + group.id() + " names " + other + ", which is not a group of the scenario.");
                });
    }

    private static void requireKnown(Fault fault, Set<NodeId> nodes, Set<GroupId> groups) {
        fault.node().filter(node -> !nodes.contains(node)).ifPresent(node -> {
            throw new IllegalArgumentException("A fault names " + node + ", which is not a node of the scenario.");
        });
        fault.group().filter(group -> !groups.contains(group)).ifPresent(group -> {
            throw new IllegalArgumentException("A fault names " + group + ", which is not a group of the scenario.");
        });
    }

    /** A scenario of that name with these nodes and groups; everything else as usual, from seed 1. */
    public static Scenario of(String name, ClusterSetup cluster, List<NodeSetup> nodes, List<GroupSetup> groups) {
        return new Scenario(
                name,
                "",
                STANDARD_START,
                cluster,
                nodes,
                groups,
                PatchSetup.standard(),
                Latencies.standard(1),
                List.of(),
                1);
    }

    public Scenario withPatch(PatchSetup other) {
        return new Scenario(name, about, start, cluster, nodes, groups, other, latencies, faults, maxUnavailable);
    }

    public Scenario withFaults(List<Fault> others) {
        return new Scenario(name, about, start, cluster, nodes, groups, patch, latencies, others, maxUnavailable);
    }

    public Scenario withLatencies(Latencies others) {
        return new Scenario(name, about, start, cluster, nodes, groups, patch, others, faults, maxUnavailable);
    }

    public Scenario withCluster(ClusterSetup other) {
        return new Scenario(name, about, start, other, nodes, groups, patch, latencies, faults, maxUnavailable);
    }

    public Scenario allowingAbsent(int most) {
        return new Scenario(name, about, start, cluster, nodes, groups, patch, latencies, faults, most);
    }
}
