package understudy.documents.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A record: an object with one member for each component, in their order. */
final class RecordShape implements Shape {
    private final Class<?> type;
    private final String name;
    private final Constructor<?> constructor;
    private final List<Component> components = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    RecordShape(TypeKey type) {
        this.type = type.raw();
        this.name = type.name();
        this.constructor = Reflected.constructor(this.type);
    }

    record Component(String name, Method accessor, Shape shape, boolean optional, Optional<Object> standard) {}

    /** Components come after the record itself is known, since a record may contain itself. */
    void add(Component component) {
        indexes.put(component.name(), components.size());
        components.add(component);
    }

    @Override
    public void write(JsonGenerator out, Object value, Place place) {
        out.writeStartObject();
        writeComponents(out, value, place);
        out.writeEndObject();
    }

    void writeComponents(JsonGenerator out, Object value, Place place) {
        for (Component component : components) {
            Object content = Reflected.component(component.accessor(), value);
            if (component.optional() && content instanceof Optional<?> optional) {
                optional.ifPresent(present -> write(out, component, present, place));
            } else {
                write(out, component, content, place);
            }
        }
    }

    private static void write(JsonGenerator out, Component component, @Nullable Object content, Place place) {
        Place inside = place.component(component.name());
        if (content == null) {
            throw new IllegalArgumentException(inside + " is null");
        }
        out.writeName(component.name());
        component.shape().write(out, content, inside);
    }

    @Override
    public Object read(JsonParser in, Place place) {
        Shape.expect(JsonToken.START_OBJECT, in, place);
        in.nextToken();
        return readComponents(in, place);
    }

    /** Reads from the first member, or the object's end, up to the object's end. */
    Object readComponents(JsonParser in, Place place) {
        @Nullable Object[] values = new @Nullable Object[components.size()];
        for (; in.currentToken() != JsonToken.END_OBJECT; in.nextToken()) {
            Place inside = place.component(in.currentName());
            Integer index = indexes.get(in.currentName());
            if (index == null) {
                throw new BrokenJson(inside, type.getSimpleName() + " has no such component");
            }
            if (values[index] != null) {
                throw new BrokenJson(inside, "the component stands here a second time");
            }
            in.nextToken();
            Component component = components.get(index);
            Object content = component.shape().read(in, inside);
            values[index] = component.optional() ? Optional.of(content) : content;
        }
        return instance(values, place);
    }

    @Override
    public SequencedMap<String, Object> schema(Definitions definitions) {
        return definitions.reference(this, name, () -> members(definitions, new LinkedHashMap<>()));
    }

    /** The object's members, after those that stand before the components. */
    SequencedMap<String, Object> members(Definitions definitions, SequencedMap<String, Object> before) {
        List<String> required = new ArrayList<>(before.keySet());
        SequencedMap<String, Object> properties = new LinkedHashMap<>(before);
        for (Component component : components) {
            properties.put(component.name(), component.shape().schema(definitions));
            if (!component.optional()) {
                required.add(component.name());
            }
        }
        SequencedMap<String, Object> schema = Definitions.object("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Object instance(@Nullable Object[] values, Place place) {
        Object[] complete = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            complete[i] = Objects.requireNonNullElseGet(values[i], absent(components.get(i), place));
        }
        try {
            return Reflected.instance(constructor, complete);
        } catch (IllegalArgumentException refusal) {
            throw new BrokenJson(place, type.getSimpleName() + " refuses its components: " + refusal.getMessage());
        }
    }

    private Supplier<Object> absent(Component component, Place place) {
        return () -> {
            if (component.standard().isPresent()) {
                return component.standard().get();
            }
            if (component.optional()) {
                return Optional.empty();
            }
            throw new BrokenJson(
                    place, "the component \"" + component.name() + "\" of " + type.getSimpleName() + " is missing");
        };
    }
}
