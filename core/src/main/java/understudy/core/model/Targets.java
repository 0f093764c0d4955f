package understudy.core.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The versions that each node must reach, frozen when a run is planned; what is published later does not extend the run.
 *
 * @param byNode the versions that the patch brings; newer ones count as reached
 * @param back the versions that it replaces, for the nodes that can be taken back to them
 */
public record Targets(Map<NodeId, List<Version>> byNode, Optional<WayBack> back) {
    public Targets {
        byNode = Ordered.copy(byNode);
    }

    public Targets(Map<NodeId, List<Version>> byNode) {
        this(byNode, Optional.empty());
    }

    /**
     * The way back.
     *
     * @param before the versions before the patch, which a node that is taken back must have exactly; an empty version means that the component
     *     was not installed
     * @param taken the nodes that are taken back now
     * @param only nothing else is done any more
     */
    public record WayBack(Map<NodeId, List<Version>> before, List<NodeId> taken, boolean only) {
        public WayBack {
            before = Ordered.copy(before);
            taken = List.copyOf(taken);
        }
    }

    public static Targets none() {
        return new Targets(Map.of());
    }

    /** The same with a way back for the nodes of {@code before}. */
    public Targets replacing(Map<NodeId, List<Version>> before) {
        return before.isEmpty() ? this : new Targets(byNode, Optional.of(new WayBack(before, List.of(), false)));
    }

    /** The same while these nodes are taken back, as far as they have a way back. */
    public Targets takingBack(List<NodeId> nodes, boolean only) {
        // That nothing else is done any more needs no way back.
        Optional<WayBack> known = back.or(
                () -> Optional.of(new WayBack(Map.of(), List.of(), false)).filter(_ -> only));
        return known.map(way -> new Targets(
                        byNode,
                        Optional.of(new WayBack(
                                way.before(),
                                nodes.stream().filter(way.before()::containsKey).toList(),
                                only))))
                .orElse(this);
    }

    /** What the node must reach: the patch's versions, or those before where it is taken back. */
    public List<Version> of(NodeId node) {
        return isTakenBack(node) ? before(node) : byNode.getOrDefault(node, List.of());
    }

    /** What the node had before; nothing where there is no way back. */
    public List<Version> before(NodeId node) {
        return back.map(way -> way.before().getOrDefault(node, List.of())).orElse(List.of());
    }

    /** Its versions must be exactly those of {@link #of}, not newer ones. */
    public boolean isTakenBack(NodeId node) {
        return back.filter(way -> way.taken().contains(node)).isPresent();
    }

    /** Nodes are taken back and nothing else is done. */
    public boolean onlyBack() {
        return back.filter(WayBack::only).isPresent();
    }
}
