package understudy.driver.simulated.scenario;

import java.util.List;
import java.util.Map;
import understudy.core.model.NodeId;
import understudy.core.model.Ordered;

/**
 * Where a group may run.
 *
 * @param allowed the only nodes that may host it; empty means all
 * @param banned nodes that may not, with the reason
 * @param notYet nodes that may not before some time has passed
 */
public record Hosting(
        List<NodeId> preferred, List<NodeId> allowed, Map<NodeId, String> banned, Map<NodeId, NotBefore> notYet) {
    public Hosting {
        preferred = List.copyOf(preferred);
        allowed = List.copyOf(allowed);
        banned = Ordered.copy(banned);
        notYet = Ordered.copy(notYet);
    }

    public static Hosting anywhere() {
        return new Hosting(List.of(), List.of(), Map.of(), Map.of());
    }

    public static Hosting only(List<NodeId> nodes) {
        return new Hosting(List.of(), nodes, Map.of(), Map.of());
    }
}
