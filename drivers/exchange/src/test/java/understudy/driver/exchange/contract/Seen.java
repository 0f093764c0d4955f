package understudy.driver.exchange.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.MayHost;
import understudy.core.model.Membership;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.RestartNeed;

/** Makes of each look what it shows of every node and group, in words that are the same whoever looked. */
final class Seen {
    private final Shape shape;
    private final Map<NodeId, String> boots = new LinkedHashMap<>();
    private final Map<NodeId, Integer> starts = new LinkedHashMap<>();

    Seen(Shape shape) {
        this.shape = shape;
    }

    /** Everything, by name; without a cluster node and server have the same. */
    Map<String, String> of(ClusterSnapshot snapshot) {
        Map<String, String> words = new TreeMap<>();
        snapshot.nodes().forEach(node -> words.put(node.id().value(), node(node)));
        snapshot.groups()
                .forEach(group -> words.put((shape.kind().isAlone() ? "server " : "") + group.id(), group(group)));
        return words;
    }

    /** What is different now, in a line; empty where nothing is. */
    static String change(Map<String, String> before, Map<String, String> now) {
        return now.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Of a node that is away only that is known to both: whether it is held, it says again once it is back. */
    private String node(Node node) {
        if (!node.membership().isMember()) {
            return node.membership() == Membership.LOST
                    ? "lost"
                    : node.membership().name().toLowerCase(java.util.Locale.ROOT);
        }
        return "up" + (node.drained() ? " drained" : "") + " " + version(node.patch())
                + (node.restart() instanceof RestartNeed.Needed ? ", asks for a restart" : "")
                + started(node.id(), node.bootId())
                + stopped(node);
    }

    private static String version(PatchState state) {
        return switch (state) {
            case PatchState.Patched() -> "new";
            case PatchState.Behind _ -> "old";
            case PatchState.Broken _ -> "broken";
            case PatchState.Unknown _ -> "of unknown version";
            case PatchState.NotVersioned() -> "of no version";
        };
    }

    private String started(NodeId node, Optional<String> boot) {
        boot.filter(one -> !one.equals(boots.put(node, one))).ifPresent(_ -> starts.merge(node, 1, Integer::sum));
        int restarts = starts.getOrDefault(node, 1) - 1;
        return restarts == 0 ? "" : ", restarted " + restarts;
    }

    private String stopped(Node node) {
        var stopped = node.facts().stream()
                .filter(fact -> fact.value().toLowerCase(java.util.Locale.ROOT).startsWith("stopped"))
                .map(fact -> fact.name().substring(fact.name().indexOf('.') + 1))
                .filter(shape.seenServices()::contains)
                .sorted()
                .toList();
        return stopped.isEmpty() ? "" : ", without " + String.join(" and ", stopped);
    }

    /** A virtual server before 2007 whose services alone are offline is partially online, as is one that fails. */
    private String health(GroupHealth health) {
        boolean out = health == GroupHealth.FAILED || health == GroupHealth.STOPPED;
        return shape.isOld() && out ? "out of service" : health.name().toLowerCase(java.util.Locale.ROOT);
    }

    private String group(Group group) {
        var never = group.rights().stream()
                .filter(right -> right.mayHost() instanceof MayHost.No)
                .map(right -> right.node().value())
                .sorted()
                .toList();
        return health(group.health()) + " on "
                + group.owner().map(NodeId::value).orElse("no node")
                + (group.patch() instanceof PatchState.NotVersioned ? "" : " " + version(group.patch()))
                + (never.isEmpty() ? "" : ", never on " + String.join(" and ", never));
    }
}
