package understudy.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The whole cluster as one look saw it, immutable: what could not be seen is unknown in it, never a guess.
 *
 * @param platform what the verbs mean here, such as {@code pacemaker}
 * @param kind the kind of cluster within the platform, as its driver names it; empty where there is only one
 * @param observedAt when the question was asked; the answer is not older
 * @param maintenance the whole cluster is out of its own hands
 * @param changing the cluster is in the middle of a transition of its own
 * @param facts the driver's own, opaque to the core
 */
public record ClusterSnapshot(
        String cluster,
        String platform,
        String kind,
        Instant observedAt,
        Quorum quorum,
        Fencing fencing,
        boolean maintenance,
        boolean changing,
        List<Node> nodes,
        List<Group> groups,
        List<Mark> marks,
        List<Fact> facts) {
    public ClusterSnapshot {
        nodes = List.copyOf(nodes);
        groups = List.copyOf(groups);
        marks = List.copyOf(marks);
        facts = List.copyOf(facts);
    }

    public Optional<Node> node(NodeId id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    public Optional<Group> group(GroupId id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    /** The groups that this node serves now, in the snapshot's order. */
    public List<Group> servedBy(NodeId node) {
        return groups.stream().filter(group -> group.serving().contains(node)).toList();
    }

    /** Hosts no weighted group. */
    public boolean isPassive(NodeId node) {
        return servedBy(node).stream().noneMatch(group -> group.weight() > 0);
    }

    /** Nothing that matters has changed since another look: equal but for its time and the driver's own facts, such as counters. */
    public boolean showsTheSameAs(ClusterSnapshot other) {
        return bare().equals(other.bare());
    }

    private ClusterSnapshot bare() {
        return new ClusterSnapshot(
                cluster,
                platform,
                kind,
                Instant.EPOCH,
                quorum,
                fencing,
                maintenance,
                changing,
                nodes,
                groups,
                marks,
                List.of());
    }
}
