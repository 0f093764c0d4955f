package understudy.documents.json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A sealed interface: an object whose first member names the record. */
final class SealedShape implements Shape {
    static final String NAME = "type";

    private final Class<?> type;
    private final String name;
    private final Map<String, RecordShape> records = new LinkedHashMap<>();

    SealedShape(TypeKey type) {
        this.type = type.raw();
        this.name = type.name();
    }

    void add(Class<?> leaf, RecordShape shape) {
        if (Arrays.stream(leaf.getRecordComponents())
                .anyMatch(component -> component.getName().equals(NAME))) {
            throw new IllegalArgumentException(
                    leaf.getName() + " may not have a component \"" + NAME + "\", which names the record itself");
        }
        if (records.put(leaf.getSimpleName(), shape) != null) {
            throw new IllegalArgumentException(type.getName() + " has two records named " + leaf.getSimpleName());
        }
    }

    @Override
    public void write(JsonGenerator out, Object value, Place place) {
        String name = value.getClass().getSimpleName();
        out.writeStartObject();
        out.writeName(NAME);
        out.writeString(name);
        shape(name, place).writeComponents(out, value, place);
        out.writeEndObject();
    }

    @Override
    public Object read(JsonParser in, Place place) {
        Shape.expect(JsonToken.START_OBJECT, in, place);
        if (in.nextToken() != JsonToken.PROPERTY_NAME || !in.currentName().equals(NAME)) {
            throw new BrokenJson(place, "a " + type.getSimpleName() + " begins with its \"" + NAME + "\"");
        }
        in.nextToken();
        Shape.expect(JsonToken.VALUE_STRING, in, place.component(NAME));
        RecordShape shape = shape(in.getString(), place.component(NAME));
        in.nextToken();
        return shape.readComponents(in, place);
    }

    @Override
    public SequencedMap<String, Object> schema(Definitions definitions) {
        return definitions.reference(
                this,
                name,
                () -> Definitions.object(
                        "oneOf",
                        records.entrySet().stream()
                                .map(leaf -> leaf.getValue().members(definitions, typed(leaf.getKey())))
                                .toList()));
    }

    private static SequencedMap<String, Object> typed(String leaf) {
        return Definitions.object(NAME, Definitions.object("const", leaf));
    }

    private RecordShape shape(String name, Place place) {
        RecordShape shape = records.get(name);
        if (shape == null) {
            throw new BrokenJson(place, "no " + type.getSimpleName() + " is named \"" + name + "\"");
        }
        return shape;
    }
}
