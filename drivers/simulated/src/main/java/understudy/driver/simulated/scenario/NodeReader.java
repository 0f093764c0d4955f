package understudy.driver.simulated.scenario;

import java.util.List;
import java.util.Map;
import understudy.core.model.Fact;
import understudy.core.model.NodeId;
import understudy.documents.Fields;

/** Reads one node of a scenario. */
final class NodeReader {
    private NodeReader() {}

    static NodeSetup node(String name, Fields fields) {
        NodeCondition condition = fields.optional("condition", key -> fields.choice(key, NodeCondition.class))
                .orElse(NodeCondition.MEMBER);
        Map<String, String> installed = Shapes.texts(fields, "installed");
        String restart = fields.optionalText("restartNeeded").orElse("");
        Map<String, Integer> capacity = Shapes.counts(fields, "capacity");
        Map<String, ServiceSetup> services = fields.<Map<String, ServiceSetup>>optional(
                        "services", key -> fields.named(key, (service, inner) -> service(inner)))
                .orElse(Map.of());
        List<Fact> facts = Shapes.texts(fields, "facts").entrySet().stream()
                .map(fact -> new Fact(fact.getKey(), fact.getValue()))
                .toList();
        fields.end();
        return new NodeSetup(new NodeId(name), condition, installed, restart, capacity, services, facts);
    }

    private static ServiceSetup service(Fields fields) {
        boolean running = fields.optional("running", fields::flag).orElse(true);
        boolean counters = Shapes.flag(fields, "holdsCounters");
        fields.end();
        return new ServiceSetup(running, counters);
    }
}
