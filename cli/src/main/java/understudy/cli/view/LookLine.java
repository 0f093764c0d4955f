package understudy.cli.view;

import java.util.Locale;
import java.util.stream.Collectors;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Group;
import understudy.core.model.Node;
import understudy.core.model.NodeId;

/** One look at a cluster in one line: how each node stands, and where each group is. */
final class LookLine {
    private LookLine() {}

    static String of(ClusterSnapshot seen) {
        String nodes = seen.nodes().stream().map(LookLine::node).collect(Collectors.joining(", "));
        String groups = seen.groups().stream().map(LookLine::group).collect(Collectors.joining(", "));
        return "Looked: " + nodes + (groups.isEmpty() ? "" : "; " + groups)
                + (seen.maintenance() ? "; in maintenance" : "") + (seen.changing() ? "; changing." : ".");
    }

    private static String node(Node node) {
        return node.id() + " " + word(node.membership()) + (node.drained() ? " drained" : "")
                + (node.maintenance() ? " in maintenance" : "");
    }

    private static String group(Group group) {
        String where = group.serving().isEmpty()
                ? "nowhere"
                : "on " + group.serving().stream().map(NodeId::value).collect(Collectors.joining(" "));
        return group.id() + " " + word(group.health()) + " " + where;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
