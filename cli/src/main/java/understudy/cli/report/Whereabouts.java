package understudy.cli.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.planning.Condition;
import understudy.core.planning.Plan;
import understudy.core.planning.Step;
import understudy.core.run.RunHeader;

/**
 * Follows each group from node to node by what the run's steps have proven and its plans have taken for a fact. What the cluster did
 * by itself is seen only where a plan shows it, so that a group may be nowhere that is known; it is never guessed.
 */
final class Whereabouts {
    private final Map<GroupId, List<NodeId>> original;
    private final Map<GroupId, List<Timeline.Stay>> stays = new LinkedHashMap<>();

    Whereabouts(RunHeader header, Instant began) {
        original = header.originalPlacement();
        original.forEach(
                (group, nodes) -> stays.put(group, new ArrayList<>(List.of(new Timeline.Stay(nodes, began, began)))));
    }

    /** A plan takes it for a fact where a group is that its first step about it hands over. */
    void planned(Instant at, Plan plan) {
        List<GroupId> settled = new ArrayList<>();
        for (Step step : plan.steps()) {
            for (Condition need : step.needs()) {
                if (need instanceof Condition.GroupOwnedBy(GroupId group, NodeId node) && !settled.contains(group)) {
                    settled.add(group);
                    is(at, group, List.of(node));
                }
            }
        }
    }

    /** A step has succeeded, so that what it proves holds. */
    void proven(Instant at, Step step) {
        for (Condition proof : step.proves()) {
            switch (proof) {
                case Condition.GroupOwnedBy(GroupId group, NodeId node) -> is(at, group, List.of(node));
                case Condition.GroupPlacedOn(GroupId group, NodeId node) -> is(at, group, List.of(node));
                case Condition.NodeVacated(NodeId node, boolean weightedOnly) -> left(at, node);
                case Condition.NodeHasLeft(NodeId node) -> left(at, node);
                case Condition.NodeReleased(NodeId node) -> back(at, node);
                case Condition other -> {}
            }
        }
    }

    List<Timeline.GroupRow> until(Instant latest) {
        return stays.entrySet().stream()
                .map(group -> new Timeline.GroupRow(group.getKey(), closed(group.getValue(), latest)))
                .toList();
    }

    /** Nothing is on the node any more; where a group with one owner has gone, no step says. */
    private void left(Instant at, NodeId node) {
        stays.forEach((group, known) -> {
            List<NodeId> others = new ArrayList<>(known.getLast().nodes());
            if (others.remove(node)) {
                is(at, group, others);
            }
        });
    }

    /** A group that is served on many nodes at once comes back to a node that takes groups again. */
    private void back(Instant at, NodeId node) {
        original.forEach((group, nodes) -> {
            List<NodeId> now =
                    Objects.requireNonNull(stays.get(group)).getLast().nodes();
            if (nodes.size() > 1 && nodes.contains(node) && !now.contains(node)) {
                is(
                        at,
                        group,
                        nodes.stream()
                                .filter(each -> each.equals(node) || now.contains(each))
                                .toList());
            }
        });
    }

    private void is(Instant at, GroupId group, List<NodeId> nodes) {
        List<Timeline.Stay> known = stays.computeIfAbsent(group, unknown -> new ArrayList<>());
        if (known.isEmpty() || !known.getLast().nodes().equals(nodes)) {
            known.add(new Timeline.Stay(List.copyOf(nodes), at, at));
        }
    }

    /** Each stay lasts until the next begins. */
    private static List<Timeline.Stay> closed(List<Timeline.Stay> known, Instant latest) {
        List<Timeline.Stay> closed = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Timeline.Stay stay = known.get(i);
            Instant until = i + 1 < known.size() ? known.get(i + 1).from() : latest;
            closed.add(new Timeline.Stay(stay.nodes(), stay.from(), until));
        }
        return List.copyOf(closed);
    }
}
