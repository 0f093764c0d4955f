package understudy.documents.json;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** The named parts of one JSON schema: each type is described once, so that types may contain themselves. */
final class Definitions {
    private final Map<Object, String> names = new HashMap<>();
    private final SequencedMap<String, Object> bodies = new LinkedHashMap<>();

    /** A reference to a part, which is described by {@code body} when it is met for the first time. */
    SequencedMap<String, Object> reference(Object part, String name, Supplier<SequencedMap<String, Object>> body) {
        if (!names.containsKey(part)) {
            String unique = bodies.containsKey(name) ? name + "-" + names.size() : name;
            names.put(part, unique);
            bodies.put(unique, Map.of());
            bodies.put(unique, body.get());
        }
        return object("$ref", "#/$defs/" + names.get(part));
    }

    /** The whole schema: {@code root} with all parts that it refers to. */
    SequencedMap<String, Object> schema(SequencedMap<String, Object> root) {
        SequencedMap<String, Object> schema = object("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.putAll(root);
        if (!bodies.isEmpty()) {
            schema.put("$defs", bodies);
        }
        return schema;
    }

    static SequencedMap<String, Object> object(String key, Object value) {
        SequencedMap<String, Object> object = new LinkedHashMap<>();
        object.put(key, value);
        return object;
    }

    static void write(JsonGenerator out, Object value) {
        switch (value) {
            case String text -> out.writeString(text);
            case Boolean flag -> out.writeBoolean(flag);
            case List<?> list -> {
                out.writeStartArray();
                list.forEach(item -> write(out, item));
                out.writeEndArray();
            }
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((key, item) -> {
                    out.writeName((String) key);
                    write(out, item);
                });
                out.writeEndObject();
            }
            default -> throw new IllegalArgumentException("a schema has no " + value.getClass());
        }
    }
}
