package understudy.core.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What fails over as one: a resource group, a clustered service, a role.
 *
 * @param weight what an outage of it costs; 0 where no client hangs on it
 * @param managed false where someone took it out of the cluster's hands; then it is not touched
 * @param serving the nodes that serve it now; for a promotable group the promoted node; a group with one owner keeps it here
 *     while it is down, as long as its cluster can tell where it is placed
 * @param preferred the cluster's own preferred owners, first choice first
 * @param load what it takes of a node's capacity, by dimension
 * @param apart groups that may not share a node with it (anti-affinity)
 * @param together groups that must share a node with it (colocation)
 * @param patch how the group itself stands to the targets where it has a version of its own
 */
public record Group(
        GroupId id,
        int weight,
        Placement placement,
        GroupHealth health,
        boolean managed,
        List<NodeId> serving,
        List<NodeId> preferred,
        Map<String, Integer> load,
        List<GroupId> apart,
        List<GroupId> together,
        PatchState patch,
        List<HostingRight> rights) {
    public Group {
        if (weight < 0) {
            throw new IllegalArgumentException("The weight of group " + id + " is negative: " + weight);
        }
        serving = List.copyOf(serving);
        preferred = List.copyOf(preferred);
        load = Ordered.copy(load);
        apart = List.copyOf(apart);
        together = List.copyOf(together);
        rights = List.copyOf(rights);
    }

    /** The one node that owns it; empty for a spread group and for one that is served nowhere. */
    public Optional<NodeId> owner() {
        return placement instanceof Placement.Spread || serving.isEmpty()
                ? Optional.empty()
                : Optional.of(serving.getFirst());
    }

    /** What the driver says of a node; a node that it does not list may not host the group. */
    public MayHost mayHost(NodeId node) {
        for (HostingRight right : rights) {
            if (right.node().equals(node)) {
                return right.mayHost();
            }
        }
        return new MayHost.No(node + " is not among the nodes that the cluster allows for " + id);
    }

    /** The least number of nodes that must serve it for its clients to be served. */
    public int least() {
        return switch (placement) {
            case Placement.Single() -> 1;
            case Placement.Spread(int least) -> least;
            case Placement.Promotable() -> 1;
        };
    }

    /** Clients hang on it and it runs now, so that it has an outage to lose. */
    public boolean countsAsService() {
        return weight > 0 && health != GroupHealth.STOPPED;
    }
}
