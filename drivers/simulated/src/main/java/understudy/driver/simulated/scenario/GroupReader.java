package understudy.driver.simulated.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.documents.Fields;
import understudy.documents.Mapping;

/** Reads one group of a scenario. */
final class GroupReader {
    private enum PlacementWord {
        SINGLE,
        PROMOTABLE
    }

    private GroupReader() {}

    static GroupSetup group(String name, Fields fields) {
        int weight =
                fields.optional("weight", key -> fields.number(key, 0, 1000)).orElse(1);
        Placement placement = fields.has("placement") ? placement(fields) : new Placement.Single();
        GroupCondition condition = fields.optional("condition", key -> fields.choice(key, GroupCondition.class))
                .orElse(GroupCondition.RUNNING);
        List<NodeId> owners = Shapes.nodes(fields, "owners");
        Hosting hosting = hosting(fields);
        Map<String, Integer> load = Shapes.counts(fields, "load");
        List<GroupId> apart = groups(fields, "apart");
        List<GroupId> together = groups(fields, "together");
        boolean failback = Shapes.flag(fields, "failback");
        Optional<GroupVersion> version = fields.optional("version", key -> fields.mapping(key, GroupReader::version));
        Timing timing = new Timing(
                Shapes.range(fields, "start"), Shapes.range(fields, "stop"), Shapes.range(fields, "upgrade"));
        fields.end();
        return new GroupSetup(
                new GroupId(name),
                weight,
                placement,
                condition,
                owners,
                hosting,
                load,
                apart,
                together,
                failback,
                version,
                timing);
    }

    private static List<GroupId> groups(Fields fields, String key) {
        return fields.optional(key, inner -> fields.texts(inner, GroupId::new)).orElse(List.of());
    }

    private static Placement placement(Fields fields) {
        if (fields.value("placement").orElse(null) instanceof Mapping) {
            return fields.mapping("placement", inner -> {
                int least = inner.number("spread", 1, 1000);
                inner.end();
                return new Placement.Spread(least);
            });
        }
        return switch (fields.choice("placement", PlacementWord.class)) {
            case SINGLE -> new Placement.Single();
            case PROMOTABLE -> new Placement.Promotable();
        };
    }

    private static Hosting hosting(Fields fields) {
        List<NodeId> preferred = Shapes.nodes(fields, "preferred");
        List<NodeId> allowed = Shapes.nodes(fields, "allowed");
        Map<NodeId, String> banned = new LinkedHashMap<>();
        Shapes.texts(fields, "banned").forEach((node, reason) -> banned.put(new NodeId(node), reason));
        Map<NodeId, NotBefore> notYet = new LinkedHashMap<>();
        fields.<Map<String, NotBefore>>optional("notYet", key -> fields.named(key, (node, inner) -> notBefore(inner)))
                .orElse(Map.of())
                .forEach((node, notBefore) -> notYet.put(new NodeId(node), notBefore));
        return new Hosting(preferred, allowed, banned, notYet);
    }

    private static NotBefore notBefore(Fields fields) {
        NotBefore notBefore = new NotBefore(fields.text("reason"), fields.duration("until"));
        fields.end();
        return notBefore;
    }

    private static GroupVersion version(Fields fields) {
        GroupVersion version = new GroupVersion(fields.text("component"), fields.text("version"));
        fields.end();
        return version;
    }
}
