package understudy.driver.simulated.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.driver.simulated.scenario.GroupCondition;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.Hosting;
import understudy.driver.simulated.scenario.NodeCondition;
import understudy.driver.simulated.scenario.NodeSetup;

/** Draws groups onto nodes so that every rule holds when the scenario begins. */
final class GroupDrawing {
    private final Random random;
    private final List<NodeSetup> open;
    private final Map<NodeId, Integer> room = new HashMap<>();
    private final List<GroupSetup> groups = new ArrayList<>();

    GroupDrawing(Random random, List<NodeSetup> nodes) {
        this.random = random;
        this.open = nodes.stream()
                .filter(node -> node.condition() == NodeCondition.MEMBER)
                .toList();
        nodes.forEach(node -> room.put(node.id(), node.capacity().getOrDefault("slots", Integer.MAX_VALUE)));
    }

    List<GroupSetup> draw() {
        if (open.isEmpty()) {
            return List.of();
        }
        int count = random.nextInt(open.size() * 2 + 1);
        for (int i = 1; i <= count; i++) {
            switch (random.nextInt(12)) {
                case 0 -> spread("spread-" + i);
                case 1 -> promotable("database-" + i);
                case 2 -> follower("follower-" + i);
                case 3 -> rival("rival-" + i);
                case 4 -> single("fence-" + i, 0);
                case 5 -> stopped("stopped-" + i);
                case 6 -> restricted("restricted-" + i);
                default -> single("group-" + i, 1 + random.nextInt(3) / 2);
            }
        }
        return List.copyOf(groups);
    }

    private NodeId anyNode() {
        return open.get(random.nextInt(open.size())).id();
    }

    /** Adds it if the node has room for what it takes. */
    private void place(GroupSetup group, NodeId owner) {
        int load = 1 + random.nextInt(3);
        int left = room.getOrDefault(owner, 0);
        if (left < load) {
            return;
        }
        room.put(owner, left == Integer.MAX_VALUE ? left : left - load);
        groups.add(group.withLoad(Map.of("slots", load)));
    }

    private void single(String name, int weight) {
        NodeId owner = anyNode();
        GroupSetup group = GroupSetup.single(name, owner.value()).weighing(weight);
        if (random.nextInt(4) == 0) {
            group = group.withHosting(new Hosting(List.of(owner, anyNode()), List.of(), Map.of(), Map.of()));
        }
        place(group, owner);
    }

    private void restricted(String name) {
        NodeId owner = anyNode();
        List<NodeId> allowed = new ArrayList<>(List.of(owner));
        Map<NodeId, String> banned = new LinkedHashMap<>();
        for (NodeSetup node : open) {
            if (!node.id().equals(owner) && random.nextBoolean()) {
                allowed.add(node.id());
            } else if (!node.id().equals(owner) && random.nextInt(3) == 0) {
                banned.put(node.id(), "a constraint of the cluster forbids it");
            }
        }
        Hosting hosting =
                random.nextBoolean() ? Hosting.only(allowed) : new Hosting(List.of(), List.of(), banned, Map.of());
        place(GroupSetup.single(name, owner.value()).withHosting(hosting), owner);
    }

    private void stopped(String name) {
        groups.add(GroupSetup.single(name, anyNode().value()).as(GroupCondition.STOPPED));
    }

    private void spread(String name) {
        int least = Math.max(1, open.size() - 1 - random.nextInt(open.size()));
        groups.add(GroupSetup.of(
                name,
                new Placement.Spread(least),
                open.stream().map(NodeSetup::id).toList()));
    }

    private void promotable(String name) {
        List<NodeId> copies = new ArrayList<>(List.of(anyNode()));
        int most = 2 + random.nextInt(2);
        for (NodeSetup node : open) {
            if (copies.size() < most && !copies.contains(node.id())) {
                copies.add(node.id());
            }
        }
        groups.add(GroupSetup.of(name, new Placement.Promotable(), copies).withHosting(Hosting.only(copies)));
    }

    private void follower(String name) {
        groups.stream()
                .filter(this::isPlain)
                .skip(random.nextInt(3))
                .findFirst()
                .ifPresent(leader -> place(
                        GroupSetup.single(name, leader.owners().getFirst().value())
                                .togetherWith(List.of(leader.id())),
                        leader.owners().getFirst()));
    }

    private void rival(String name) {
        NodeId owner = anyNode();
        List<GroupId> rivals = groups.stream()
                .filter(this::isPlain)
                .filter(group -> !group.owners().contains(owner))
                .map(GroupSetup::id)
                .limit(1 + random.nextInt(2))
                .toList();
        place(GroupSetup.single(name, owner.value()).apartFrom(rivals), owner);
    }

    private boolean isPlain(GroupSetup group) {
        return group.placement() instanceof Placement.Single
                && group.condition() == GroupCondition.RUNNING
                && group.together().isEmpty()
                && group.apart().isEmpty()
                && group.hosting().equals(Hosting.anywhere());
    }
}
