package understudy.core.planning;

import java.util.stream.IntStream;

/** Clusters as large as the planner promises to handle. */
final class LargeClusters {
    private LargeClusters() {}

    private static TestingCluster nodes(int nodes) {
        return TestingCluster.of(
                IntStream.rangeClosed(1, nodes).mapToObj("n%02d"::formatted).toArray(String[]::new));
    }

    /** Every node but the first serves groups; each node can carry twice its share. */
    static PlanningInput oneSpare(int nodes, int groups) {
        var cluster = nodes(nodes);
        for (int group = 0; group < groups; group++) {
            String owner = "n%02d".formatted(2 + group % (nodes - 1));
            String name = "g%04d".formatted(group);
            cluster.group(name, 1 + group % 3, owner).with(name, draft -> draft.load("memory", 1));
        }
        return full(cluster, nodes, 2 * groups / (nodes - 1) + 1);
    }

    /** No node is passive, and each has room for a few more groups only. */
    static PlanningInput noSpare(int nodes, int groups) {
        var cluster = nodes(nodes);
        for (int group = 0; group < groups; group++) {
            String owner = "n%02d".formatted(1 + group % nodes);
            String name = "g%04d".formatted(group);
            int neighbour = (group + 1) % groups;
            cluster.group(name, 1, owner)
                    .with(name, draft -> draft.load("memory", 1).apart("g%04d".formatted(neighbour)));
        }
        return full(cluster, nodes, groups / nodes + 3);
    }

    /** As {@link #noSpare}, with newer binaries that never let a group back and several nodes away at once. */
    static PlanningInput fenced(int nodes, int groups) {
        var cluster = nodes(nodes).versionFence().maxUnavailable(4);
        for (int group = 0; group < groups; group++) {
            String name = "g%04d".formatted(group);
            cluster.group(name, 1, "n%02d".formatted(1 + group % (nodes - 8)));
        }
        return cluster.input();
    }

    /** The groups fill every node, so that nothing or next to nothing can go anywhere. */
    static PlanningInput crammed(int nodes, int groups) {
        var cluster = nodes(nodes);
        for (int group = 0; group < groups; group++) {
            String name = "g%04d".formatted(group);
            cluster.group(name, 1, "n%02d".formatted(1 + group % nodes)).with(name, draft -> draft.load("memory", 1));
        }
        return full(cluster, nodes, (groups + nodes - 1) / nodes);
    }

    private static PlanningInput full(TestingCluster cluster, int nodes, int capacity) {
        for (int node = 1; node <= nodes; node++) {
            cluster.node("n%02d".formatted(node), draft -> draft.capacity("memory", capacity));
        }
        return cluster.input();
    }
}
