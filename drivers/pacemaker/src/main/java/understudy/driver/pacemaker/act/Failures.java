package understudy.driver.pacemaker.act;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.model.Group;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.driver.pacemaker.observe.CrmMon;
import understudy.driver.pacemaker.observe.MonResource;

/** The failed actions of a group's parts, as an operator reads them. */
final class Failures {
    private Failures() {}

    static String listed(ClusterLook look, Group group) {
        var sentences =
                of(look, group).map(Failures::sentence).distinct().limit(4).toList();
        return sentences.isEmpty() ? "no failed action is recorded" : String.join("; ", sentences);
    }

    /** The first failure of the group on this node. */
    static Optional<CrmMon.Failure> on(ClusterLook look, Group group, String node) {
        return of(look, group).filter(failure -> failure.node().equals(node)).findFirst();
    }

    static String sentence(CrmMon.Failure failure) {
        return failure.resource() + " could not " + failure.task() + " on " + failure.node() + " (" + failure.status()
                + (failure.reason().isEmpty() ? "" : ", " + failure.reason()) + ")";
    }

    private static Stream<CrmMon.Failure> of(ClusterLook look, Group group) {
        List<String> parts = look.mon()
                .resource(group.id().value())
                .map(resource ->
                        resource.primitives().map(MonResource.Primitive::id).toList())
                .orElse(List.of());
        return look.mon().failures().stream().filter(failure -> parts.contains(failure.resource()));
    }
}
