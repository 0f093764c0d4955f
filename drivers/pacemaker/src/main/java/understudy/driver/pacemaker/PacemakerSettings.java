package understudy.driver.pacemaker;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import understudy.core.model.GroupId;
import understudy.core.model.Ordered;

/**
 * One Pacemaker cluster, as the inventory has it.
 *
 * @param cluster its name in the inventory
 * @param nodes every node, in the inventory's order; they are asked in it
 * @param rivals units beside {@link Rival#USUAL} that change a node by themselves, such as a configuration manager
 * @param groups what the inventory says of groups; a group that it does not name has weight 1, a fence device 0
 */
public record PacemakerSettings(
        String cluster,
        List<NodeAccess> nodes,
        Map<GroupId, GroupSettings> groups,
        List<String> rivals,
        InstantSource clock) {
    /** Of a site that names no rivals. */
    public PacemakerSettings(
            String cluster, List<NodeAccess> nodes, Map<GroupId, GroupSettings> groups, InstantSource clock) {
        this(cluster, nodes, groups, List.of(), clock);
    }

    public PacemakerSettings {
        rivals = List.copyOf(rivals);
        nodes = List.copyOf(nodes);
        groups = Ordered.copy(groups);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("The cluster " + cluster + " has no nodes in the inventory.");
        }
    }

    /** What is known of the group. */
    public GroupSettings group(GroupId group) {
        return groups.getOrDefault(group, GroupSettings.usual());
    }
}
