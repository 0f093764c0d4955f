package understudy.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a lab is at this moment: its nodes' power and what the cluster says of them, and where its groups are.
 *
 * @param failures the cluster's failed actions, one sentence each
 */
public record LabStatus(
        Path inventory, boolean quorum, List<NodeStatus> nodes, List<GroupStatus> groups, List<String> failures) {
    public LabStatus {
        nodes = List.copyOf(nodes);
        groups = List.copyOf(groups);
        failures = List.copyOf(failures);
    }

    /**
     * One node.
     *
     * @param boots how often its controller has started it since the lab came up
     * @param membership what the cluster says: online, standby, maintenance, pending, unclean or offline; unknown where nobody can be asked
     */
    public record NodeStatus(LabNode node, boolean power, boolean cableCut, int boots, String membership) {}

    /** One group: the node that owns it, if all of its resources run there, and whether its clients are answered. */
    public record GroupStatus(LabGroup group, Optional<String> owner, boolean answers) {}

    /** The group of this name. */
    public GroupStatus group(String groupName) {
        return groups.stream()
                .filter(status -> status.group().name().equals(groupName))
                .findFirst()
                .orElseThrow(() -> new LabException("The lab has no group '" + groupName + "'."));
    }

    public NodeStatus node(String nodeName) {
        return nodes.stream()
                .filter(status -> status.node().name().equals(nodeName))
                .findFirst()
                .orElseThrow(() -> new LabException("The lab has no node '" + nodeName + "'."));
    }
}
