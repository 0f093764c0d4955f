package understudy.driver.simulated.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.documents.Fields;
import understudy.documents.Mapping;
import understudy.documents.Value;

/** Shapes that occur in several places of a scenario's file. */
final class Shapes {
    private Shapes() {}

    /** One duration, or the least and the most. */
    static Optional<Range> range(Fields fields, String key) {
        if (!fields.has(key)) {
            return Optional.empty();
        }
        if (fields.value(key).orElse(null) instanceof Mapping) {
            return Optional.ofNullable(fields.mapping(key, Shapes::range));
        }
        return Optional.of(Range.exactly(fields.duration(key)));
    }

    private static Range range(Fields fields) {
        Duration least = fields.duration("least");
        Duration most = fields.duration("most");
        fields.end();
        return new Range(least, most);
    }

    /** Whole numbers under names that the writer chose. */
    static Map<String, Integer> counts(Fields fields, String key) {
        if (!fields.has(key)) {
            return Map.of();
        }
        Optional<Value> names = fields.value(key);
        return Optional.ofNullable(fields.mapping(key, inner -> counts(inner, names)))
                .orElse(Map.of());
    }

    private static Map<String, Integer> counts(Fields fields, Optional<Value> names) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (names.orElse(null) instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> counts.put(entry.key(), fields.number(entry.key(), 0, 1_000_000)));
        }
        fields.end();
        return counts;
    }

    static List<NodeId> nodes(Fields fields, String key) {
        return fields.optional(key, inner -> fields.texts(inner, NodeId::new)).orElse(List.of());
    }

    static Map<String, String> texts(Fields fields, String key) {
        return fields.<Map<String, String>>optional(key, fields::namedTexts).orElse(Map.of());
    }

    static boolean flag(Fields fields, String key) {
        return fields.optional(key, fields::flag).orElse(false);
    }
}
