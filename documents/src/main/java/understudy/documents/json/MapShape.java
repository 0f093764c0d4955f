package understudy.documents.json;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A map: an object in the map's order, with keys that are written as strings. */
record MapShape(TextShape keys, Shape values) implements Shape {
    @Override
    public void write(JsonGenerator out, Object value, Place place) {
        Map<?, ?> map = (Map<?, ?>) value;
        if (map.size() > 1 && changesItsOrder(map)) {
            throw new IllegalArgumentException(
                    place + ": the order of this map differs from one process to the next: use a SequencedMap");
        }
        out.writeStartObject();
        map.forEach((key, item) -> {
            String name = keys.form().writer().apply(key);
            out.writeName(name);
            values.write(out, item, place.component(name));
        });
        out.writeEndObject();
    }

    @Override
    public Object read(JsonParser in, Place place) {
        Shape.expect(JsonToken.START_OBJECT, in, place);
        SequencedMap<Object, Object> map = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            Place entry = place.component(in.currentName());
            Object key = keys.value(in.currentName(), entry);
            in.nextToken();
            if (map.putIfAbsent(key, values.read(in, entry)) != null) {
                throw new BrokenJson(entry, "the key stands here a second time");
            }
        }
        return Collections.unmodifiableSequencedMap(map);
    }

    @Override
    public SequencedMap<String, Object> schema(Definitions definitions) {
        SequencedMap<String, Object> schema = Definitions.object("type", "object");
        if (!keys.form().more().isEmpty()) {
            schema.put("propertyNames", keys.form().more());
        }
        schema.put("additionalProperties", values.schema(definitions));
        return schema;
    }

    private static boolean changesItsOrder(Map<?, ?> map) {
        boolean saltedByTheJdk = map.getClass().getName().startsWith("java.util.ImmutableCollections");
        return saltedByTheJdk || map.getClass() == HashMap.class;
    }
}
