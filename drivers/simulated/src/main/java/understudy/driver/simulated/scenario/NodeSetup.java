package understudy.driver.simulated.scenario;

import java.util.List;
import java.util.Map;
import understudy.core.model.Fact;
import understudy.core.model.NodeId;
import understudy.core.model.Ordered;

/**
 * A node as the scenario begins.
 *
 * @param installed versions by component; what it does not name stands at the patch's {@code from}
 * @param restartNeeded why it asks for a restart, empty where it does not
 * @param capacity what it can carry, by dimension; empty means no limit
 */
public record NodeSetup(
        NodeId id,
        NodeCondition condition,
        Map<String, String> installed,
        String restartNeeded,
        Map<String, Integer> capacity,
        Map<String, ServiceSetup> services,
        List<Fact> facts) {
    public NodeSetup {
        installed = Ordered.copy(installed);
        capacity = Ordered.copy(capacity);
        services = Ordered.copy(services);
        facts = List.copyOf(facts);
    }

    /** A healthy, unpatched member without limits. */
    public static NodeSetup healthy(String name) {
        return new NodeSetup(new NodeId(name), NodeCondition.MEMBER, Map.of(), "", Map.of(), Map.of(), List.of());
    }

    public NodeSetup as(NodeCondition other) {
        return new NodeSetup(id, other, installed, restartNeeded, capacity, services, facts);
    }

    public NodeSetup withInstalled(Map<String, String> versions) {
        return new NodeSetup(id, condition, versions, restartNeeded, capacity, services, facts);
    }

    public NodeSetup withRestartNeeded(String why) {
        return new NodeSetup(id, condition, installed, why, capacity, services, facts);
    }

    public NodeSetup withCapacity(Map<String, Integer> limits) {
        return new NodeSetup(id, condition, installed, restartNeeded, limits, services, facts);
    }

    public NodeSetup withServices(Map<String, ServiceSetup> running) {
        return new NodeSetup(id, condition, installed, restartNeeded, capacity, running, facts);
    }
}
