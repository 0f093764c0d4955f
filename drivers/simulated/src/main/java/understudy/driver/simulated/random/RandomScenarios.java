package understudy.driver.simulated.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import understudy.core.model.Change;
import understudy.core.model.Fencing;
import understudy.core.model.Quorum;
import understudy.driver.simulated.scenario.ClusterSetup;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.Latencies;
import understudy.driver.simulated.scenario.NodeCondition;
import understudy.driver.simulated.scenario.NodeSetup;
import understudy.driver.simulated.scenario.PatchSetup;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.VoterSetup;

/** Draws whole clusters from seeds: the same seed always gives the same scenario. */
public final class RandomScenarios {
    private RandomScenarios() {}

    /** A Pacemaker cluster of 2 to 64 nodes, mostly small, with groups and constraints of every kind and without faults. */
    public static Scenario of(long seed) {
        Random random = new Random(seed);
        int most = random.nextInt(10) == 0 ? 64 : random.nextInt(4) == 0 ? 16 : 6;
        return of(seed, 2 + random.nextInt(most - 1));
    }

    /** As {@link #of(long)}, of so many nodes. */
    public static Scenario of(long seed, int nodes) {
        Random random = new Random(seed * 31 + nodes);
        List<NodeSetup> setups = new ArrayList<>();
        boolean limited = random.nextInt(3) == 0;
        for (int i = 1; i <= nodes; i++) {
            setups.add(node(random, i, limited));
        }
        keepQuorum(setups);
        List<GroupSetup> groups = new GroupDrawing(random, setups).draw();
        return new Scenario(
                "random-" + seed,
                "Drawn from seed " + seed + ".",
                Scenario.STANDARD_START,
                cluster(random, nodes),
                setups,
                groups,
                patch(random),
                Latencies.standard(Math.floorMod(seed, Integer.MAX_VALUE)),
                List.of(),
                1 + (nodes > 4 ? random.nextInt(Math.min(4, nodes / 3)) : 0));
    }

    private static NodeSetup node(Random random, int number, boolean limited) {
        Map<String, Integer> capacity = new LinkedHashMap<>();
        if (limited) {
            capacity.put("slots", 4 + random.nextInt(8));
        }
        NodeSetup node = NodeSetup.healthy("n" + number).withCapacity(capacity);
        return switch (random.nextInt(24)) {
            case 0 -> node.withInstalled(Map.of("alpha", "2", "beta", "1.1"));
            case 1 -> node.withInstalled(Map.of("alpha", "2"));
            case 2 -> node.withInstalled(Map.of("alpha", "3", "beta", "1.2"));
            case 3 -> node.as(NodeCondition.DOWN);
            case 4 -> node.as(NodeCondition.DRAINED);
            case 5 -> node.as(NodeCondition.MAINTENANCE);
            case 6 -> node.withRestartNeeded("an earlier patch asked for it");
            default -> node;
        };
    }

    /** At most a third of the nodes begin out of the cluster, so that it has quorum and somewhere to go. */
    private static void keepQuorum(List<NodeSetup> nodes) {
        int down = 0;
        for (int i = 0; i < nodes.size(); i++) {
            NodeSetup node = nodes.get(i);
            if (node.condition() == NodeCondition.DOWN && ++down * 3 > nodes.size()) {
                nodes.set(i, node.as(NodeCondition.MEMBER));
            }
        }
    }

    private static ClusterSetup cluster(Random random, int nodes) {
        Quorum.Rule rule = nodes == 2 && random.nextBoolean() ? new Quorum.Rule.TwoNode() : new Quorum.Rule.Majority();
        boolean witness = nodes % 2 == 0 && rule instanceof Quorum.Rule.Majority && random.nextInt(4) != 0;
        return new ClusterSetup(
                "pacemaker",
                "",
                rule,
                witness ? List.of(new VoterSetup("witness", 1, true)) : List.of(),
                random.nextInt(5) == 0 ? new Fencing.Absent() : new Fencing.Works(),
                false,
                Optional.empty());
    }

    private static PatchSetup patch(Random random) {
        return new PatchSetup(
                List.of(new Change("alpha", "1", "2", 4_000_000), new Change("beta", "1.0", "1.1", 900_000)),
                random.nextInt(4) != 0,
                random.nextInt(4) == 0);
    }
}
