package understudy.documents.json;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Works out, once for each type, how its values are written and read. */
final class Shapes {
    private final Map<TypeKey, Shape> known = new HashMap<>();
    private final Map<String, Object> defaults;

    Shapes(Map<String, Object> defaults) {
        this.defaults = defaults;
    }

    static String defaultKey(Class<?> type, String component) {
        for (RecordComponent existing : type.getRecordComponents()) {
            if (existing.getName().equals(component)) {
                return type.getName() + "." + component;
            }
        }
        throw new IllegalArgumentException(type.getName() + " has no component " + component);
    }

    synchronized Shape of(TypeKey type) {
        try {
            return shape(type);
        } catch (IllegalArgumentException unknown) {
            known.clear(); // A shape that was only half worked out must not be found later.
            throw unknown;
        }
    }

    private Shape shape(TypeKey type) {
        Shape before = known.get(type);
        if (before != null) {
            return before;
        }
        Class<?> raw = type.raw();
        Optional<Shape> simple = PlainShape.of(raw).or(() -> TextForm.of(raw).map(TextShape::new));
        if (simple.isPresent()) {
            return remembered(type, simple.get());
        }
        if (raw == List.class) {
            return remembered(type, new ListShape(shape(type.arguments().getFirst())));
        }
        if (raw == Map.class || raw == SequencedMap.class) {
            return remembered(type, mapShape(type));
        }
        if (raw.isRecord()) {
            return recordShape(type);
        }
        if (raw.isInterface() && raw.isSealed()) {
            return sealedShape(type);
        }
        throw new IllegalArgumentException(raw.getName() + refusal(raw));
    }

    private static String refusal(Class<?> raw) {
        return Collection.class.isAssignableFrom(raw)
                ? " has no form in JSON: use a List, whose order is the same in every process"
                : " has no form in JSON: use records, sealed interfaces, enums and the types that RecordCodec names";
    }

    private Shape remembered(TypeKey type, Shape shape) {
        known.put(type, shape);
        return shape;
    }

    private Shape mapShape(TypeKey type) {
        Class<?> key = type.arguments().getFirst().raw();
        TextForm form = TextForm.of(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        key.getName() + " cannot be the key of a map: only what is written as a string can"));
        return new MapShape(new TextShape(form), shape(type.arguments().getLast()));
    }

    private RecordShape recordShape(TypeKey type) {
        RecordShape shape = new RecordShape(type);
        known.put(type, shape);
        for (RecordComponent component : type.raw().getRecordComponents()) {
            shape.add(component(type, component));
        }
        return shape;
    }

    private RecordShape.Component component(TypeKey owner, RecordComponent component) {
        TypeKey declared = owner.resolve(component.getGenericType());
        boolean optional = declared.raw() == Optional.class;
        TypeKey content = optional ? declared.arguments().getFirst() : declared;
        return new RecordShape.Component(
                component.getName(),
                Reflected.accessor(component),
                shape(content),
                optional,
                Optional.ofNullable(defaults.get(owner.raw().getName() + "." + component.getName())));
    }

    private Shape sealedShape(TypeKey type) {
        SealedShape shape = new SealedShape(type);
        known.put(type, shape);
        addLeaves(shape, type);
        return shape;
    }

    private void addLeaves(SealedShape shape, TypeKey type) {
        for (Class<?> permitted : type.raw().getPermittedSubclasses()) {
            TypeKey leaf = type.leaf(permitted);
            if (permitted.isInterface() && permitted.isSealed()) {
                addLeaves(shape, leaf);
            } else if (permitted.isRecord()) {
                shape.add(permitted, leafShape(leaf));
            } else {
                throw new IllegalArgumentException(permitted.getName()
                        + " has no form in JSON: a sealed interface that is written permits only records");
            }
        }
    }

    /** The record's own form as an object, even where it is written as a string elsewhere. */
    private RecordShape leafShape(TypeKey leaf) {
        if (known.get(leaf) instanceof RecordShape shape) {
            return shape;
        }
        boolean identifier = TextForm.of(leaf.raw()).isPresent();
        if (!identifier) {
            return recordShape(leaf);
        }
        RecordShape shape = new RecordShape(leaf);
        shape.add(component(leaf, leaf.raw().getRecordComponents()[0]));
        return shape;
    }
}
