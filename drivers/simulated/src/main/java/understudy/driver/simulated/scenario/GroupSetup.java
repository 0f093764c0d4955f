package understudy.driver.simulated.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Ordered;
import understudy.core.model.Placement;

/**
 * A group as the scenario begins.
 *
 * @param owners the nodes on which it is: one owner, all nodes of a spread group, or the promoted node and then its other copies;
 *     empty lets the cluster choose
 * @param failback it returns by itself to the first preferred node that may host it, instead of staying where it is
 * @param version empty where it has none of its own
 */
public record GroupSetup(
        GroupId id,
        int weight,
        Placement placement,
        GroupCondition condition,
        List<NodeId> owners,
        Hosting hosting,
        Map<String, Integer> load,
        List<GroupId> apart,
        List<GroupId> together,
        boolean failback,
        Optional<GroupVersion> version,
        Timing timing) {
    public GroupSetup {
        owners = List.copyOf(owners);
        load = Ordered.copy(load);
        apart = List.copyOf(apart);
        together = List.copyOf(together);
    }

    /** A group of weight 1 with one owner that may run anywhere. */
    public static GroupSetup single(String name, String owner) {
        return of(name, new Placement.Single(), List.of(new NodeId(owner)));
    }

    public static GroupSetup of(String name, Placement placement, List<NodeId> owners) {
        return new GroupSetup(
                new GroupId(name),
                1,
                placement,
                GroupCondition.RUNNING,
                owners,
                Hosting.anywhere(),
                Map.of(),
                List.of(),
                List.of(),
                false,
                Optional.empty(),
                Timing.standard());
    }

    public GroupSetup weighing(int other) {
        return new GroupSetup(
                id, other, placement, condition, owners, hosting, load, apart, together, failback, version, timing);
    }

    public GroupSetup as(GroupCondition other) {
        return new GroupSetup(
                id, weight, placement, other, owners, hosting, load, apart, together, failback, version, timing);
    }

    public GroupSetup withHosting(Hosting other) {
        return new GroupSetup(
                id, weight, placement, condition, owners, other, load, apart, together, failback, version, timing);
    }

    public GroupSetup withLoad(Map<String, Integer> other) {
        return new GroupSetup(
                id, weight, placement, condition, owners, hosting, other, apart, together, failback, version, timing);
    }

    public GroupSetup apartFrom(List<GroupId> others) {
        return new GroupSetup(
                id, weight, placement, condition, owners, hosting, load, others, together, failback, version, timing);
    }

    public GroupSetup togetherWith(List<GroupId> others) {
        return new GroupSetup(
                id, weight, placement, condition, owners, hosting, load, apart, others, failback, version, timing);
    }

    public GroupSetup failingBack() {
        return new GroupSetup(
                id, weight, placement, condition, owners, hosting, load, apart, together, true, version, timing);
    }

    public GroupSetup versioned(String component, String number) {
        return new GroupSetup(
                id,
                weight,
                placement,
                condition,
                owners,
                hosting,
                load,
                apart,
                together,
                failback,
                Optional.of(new GroupVersion(component, number)),
                timing);
    }

    public GroupSetup taking(Timing other) {
        return new GroupSetup(
                id, weight, placement, condition, owners, hosting, load, apart, together, failback, version, other);
    }
}
