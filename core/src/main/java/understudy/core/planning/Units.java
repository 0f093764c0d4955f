package understudy.core.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;

/** Sorts the groups that have an owner into units: what must be together and is together, goes together. */
final class Units {
    private Units() {}

    /** Units by the owners of now; {@code underWay} says where groups will be whose handover was broken off. */
    static List<Unit> of(ClusterSnapshot snapshot, Map<NodeId, Integer> nodes, Map<GroupId, NodeId> underWay) {
        List<Group> owned = new ArrayList<>();
        for (Group group : snapshot.groups()) {
            NodeId to = underWay.get(group.id());
            Group placed = to == null ? group : placedOn(group, to);
            if (isPlaced(placed) && nodes.containsKey(placed.serving().getFirst())) {
                owned.add(placed);
            }
        }
        Map<GroupId, Integer> place = new HashMap<>();
        int[] root = new int[owned.size()];
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
            place.put(owned.get(i).id(), i);
        }
        for (int i = 0; i < root.length; i++) {
            for (GroupId other : owned.get(i).together()) {
                Integer j = place.get(other);
                if (j != null && ownerOf(owned.get(i)).equals(ownerOf(owned.get(j)))) {
                    join(root, i, j);
                }
            }
        }
        return units(owned, root, snapshot, nodes);
    }

    private static void join(int[] root, int i, int j) {
        int a = find(root, i);
        int b = find(root, j);
        root[Math.max(a, b)] = Math.min(a, b);
    }

    private static int find(int[] root, int i) {
        int at = i;
        while (root[at] != at) {
            at = root[at];
        }
        return at;
    }

    private static List<Unit> units(
            List<Group> owned, int[] root, ClusterSnapshot snapshot, Map<NodeId, Integer> nodes) {
        List<List<Group>> members = new ArrayList<>();
        int[] unitOf = new int[root.length];
        for (int i = 0; i < root.length; i++) {
            int first = find(root, i);
            if (first == i) {
                unitOf[i] = members.size();
                members.add(new ArrayList<>());
            }
            members.get(unitOf[first]).add(owned.get(i));
        }
        List<Unit> units = new ArrayList<>();
        for (List<Group> of : members) {
            NodeId owner = ownerOf(of.getFirst());
            boolean movable = of.stream().allMatch(Group::managed)
                    && snapshot.node(owner).stream().noneMatch(node -> node.maintenance());
            units.add(Unit.of(units.size(), of, nodes.getOrDefault(owner, -1), movable));
        }
        return List.copyOf(units);
    }

    private static Group placedOn(Group group, NodeId node) {
        return new Group(
                group.id(),
                group.weight(),
                group.placement(),
                GroupHealth.CHANGING,
                group.managed(),
                List.of(node),
                group.preferred(),
                group.load(),
                group.apart(),
                group.together(),
                group.patch(),
                group.rights());
    }

    private static NodeId ownerOf(Group group) {
        return group.serving().getFirst();
    }

    /** It is on a node now; what an administrator stopped is nowhere and stays there. */
    private static boolean isPlaced(Group group) {
        return !(group.placement() instanceof Placement.Spread)
                && group.health() != GroupHealth.STOPPED
                && !group.serving().isEmpty();
    }
}
