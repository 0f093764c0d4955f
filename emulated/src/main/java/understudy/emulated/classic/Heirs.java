package understudy.emulated.classic;

import java.util.stream.Stream;

/** The nodes to which the cluster takes a group by itself, in the order of the nodes. */
final class Heirs {
    private Heirs() {}

    static Stream<OldNode> of(OldWorld world, OldGroup group) {
        return world.nodes().stream()
                .filter(node -> world.isMember(node) && !node.paused && group.mayGoTo(node.name()));
    }
}
