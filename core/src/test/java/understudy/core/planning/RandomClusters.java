package understudy.core.planning;

import java.util.List;
import java.util.Random;
import understudy.core.model.Group;
import understudy.core.model.MayHost;
import understudy.core.model.Membership;
import understudy.core.model.Quorum;
import understudy.core.procedure.Procedure;

/** Small clusters of every kind, the same for the same seed. */
final class RandomClusters {
    private RandomClusters() {}

    /** At most four nodes and four groups, so that a search through everything is possible. */
    static PlanningInput small(long seed) {
        var random = new Random(seed);
        int nodes = 1 + random.nextInt(4);
        int groups = random.nextInt(5);
        return cluster(random, nodes, groups).input();
    }

    private static TestingCluster cluster(Random random, int nodes, int groups) {
        String[] names = new String[nodes];
        for (int node = 0; node < nodes; node++) {
            names[node] = "n" + (node + 1);
        }
        var cluster = TestingCluster.of(names);
        cluster.maxUnavailable(chance(random, 25) ? 2 : 1);
        rule(random, nodes, cluster);
        for (int group = 0; group < groups; group++) {
            group(random, names, "g" + group, cluster);
        }
        together(random, cluster);
        for (String name : names) {
            node(random, name, cluster);
        }
        cluster.procedure(procedure(random));
        if (chance(random, 30)) {
            cluster.versionFence();
        }
        return cluster;
    }

    private static void rule(Random random, int nodes, TestingCluster cluster) {
        if (nodes == 1) {
            cluster.rule(new Quorum.Rule.NotNeeded());
        } else if (nodes == 2) {
            cluster.rule(new Quorum.Rule.TwoNode());
        } else if (chance(random, 20)) {
            cluster.rule(new Quorum.Rule.Fixed(nodes - 1));
        }
    }

    private static void group(Random random, String[] names, String name, TestingCluster cluster) {
        if (names.length > 1 && chance(random, 15)) {
            cluster.spread(name, 1 + random.nextInt(names.length - 1), names);
            return;
        }
        String owner = names[random.nextInt(names.length)];
        int weight = chance(random, 15) ? 0 : 1 + random.nextInt(3);
        cluster.group(name, weight, owner);
        if (weight == 0) {
            return;
        }
        if (chance(random, 35)) {
            String other = names[random.nextInt(names.length)];
            cluster.with(name, group -> group.onlyOn(owner, other));
        }
        if (chance(random, 10)) {
            String slow = names[random.nextInt(names.length)];
            cluster.with(name, group -> group.mayHost(slow, new MayHost.NotYet("its copy is behind")));
        }
        if (chance(random, 50)) {
            int load = 1 + random.nextInt(3);
            cluster.with(name, group -> group.load("memory", load));
        }
        if (chance(random, 20)) {
            cluster.with(name, group -> group.apart("g" + random.nextInt(4)));
        }
    }

    /** Two groups that share a node now and must go on sharing one. */
    private static void together(Random random, TestingCluster cluster) {
        if (!chance(random, 20)) {
            return;
        }
        List<Group> groups = cluster.snapshot().groups();
        for (Group one : groups) {
            for (Group two : groups) {
                boolean linked = one.owner().isPresent() && one.owner().equals(two.owner()) && !one.equals(two);
                if (linked && !one.apart().contains(two.id()) && !two.apart().contains(one.id())) {
                    cluster.with(
                            one.id().value(), group -> group.together(two.id().value()));
                    return;
                }
            }
        }
    }

    private static void node(Random random, String name, TestingCluster cluster) {
        if (chance(random, 50)) {
            int memory = 2 + random.nextInt(5);
            cluster.node(name, node -> node.capacity("memory", memory));
        }
        if (chance(random, 12)) {
            cluster.patched(name);
        } else if (chance(random, 5)) {
            cluster.drainedByUs(name);
        } else if (chance(random, 4)) {
            cluster.node(name, node -> node.drained(true));
        } else if (chance(random, 4)) {
            cluster.node(name, node -> node.membership(Membership.LOST));
        }
    }

    private static Procedure procedure(Random random) {
        List<Procedure.Order> orders = List.of(Procedure.Order.values());
        List<Procedure.HandoverTiming> timings = List.of(Procedure.HandoverTiming.values());
        List<Procedure.Visit> visits = List.of(Procedure.Visit.values());
        return TestingProcedures.with(
                chance(random, 80) ? TestingProcedures.rolling() : TestingProcedures.upgrading(),
                orders.get(chance(random, 85) ? 0 : 1),
                timings.get(chance(random, 85) ? 0 : 1),
                visits.get(chance(random, 85) ? 0 : 1 + random.nextInt(2)));
    }

    private static boolean chance(Random random, int percent) {
        return random.nextInt(100) < percent;
    }
}
