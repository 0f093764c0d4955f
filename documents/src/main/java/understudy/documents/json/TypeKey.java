package understudy.documents.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A type with its arguments filled in, comparable, so that its shape is worked out once. */
record TypeKey(Class<?> raw, List<TypeKey> arguments) {

    static TypeKey of(Class<?> type) {
        if (type.getTypeParameters().length > 0) {
            throw new IllegalArgumentException(
                    type.getName() + " needs type arguments: write it inside a record that names them");
        }
        return new TypeKey(type, List.of());
    }

    /** A name for people: {@code Event.Started}, or {@code Seen.Known-Colour} with its arguments. */
    String name() {
        StringBuilder name = new StringBuilder(raw.getSimpleName());
        for (Class<?> outer = raw.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            name.insert(0, outer.getSimpleName() + ".");
        }
        arguments.forEach(argument -> name.append('-').append(argument.name()));
        return name.toString();
    }

    /** A component's type, in which the variables of this type's declaration are replaced by its arguments. */
    TypeKey resolve(Type component) {
        return resolved(component, bindings());
    }

    /** One of the records that this sealed type permits, with its own arguments found by what it hands to this type. */
    TypeKey leaf(Class<?> leaf) {
        Map<TypeVariable<?>, TypeKey> bound = new HashMap<>();
        for (Type parent : leaf.getGenericInterfaces()) {
            if (parent instanceof ParameterizedType generic && generic.getRawType() == raw) {
                Type[] handed = generic.getActualTypeArguments();
                for (int i = 0; i < handed.length; i++) {
                    if (handed[i] instanceof TypeVariable<?> variable) {
                        bound.put(variable, arguments.get(i));
                    }
                }
            }
        }
        return new TypeKey(
                leaf,
                Arrays.stream(leaf.getTypeParameters())
                        .map(variable -> resolved(variable, bound))
                        .toList());
    }

    private Map<TypeVariable<?>, TypeKey> bindings() {
        Map<TypeVariable<?>, TypeKey> bindings = new HashMap<>();
        TypeVariable<?>[] variables = raw.getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
            bindings.put(variables[i], arguments.get(i));
        }
        return bindings;
    }

    private static TypeKey resolved(Type type, Map<TypeVariable<?>, TypeKey> bindings) {
        return switch (type) {
            case Class<?> plain -> of(plain);
            case ParameterizedType generic ->
                new TypeKey(
                        (Class<?>) generic.getRawType(),
                        Arrays.stream(generic.getActualTypeArguments())
                                .map(argument -> resolved(argument, bindings))
                                .toList());
            case WildcardType wildcard -> resolved(wildcard.getUpperBounds()[0], bindings);
            case TypeVariable<?> variable when bindings.containsKey(variable) -> bindings.get(variable);
            default ->
                throw new IllegalArgumentException(type + " cannot be resolved to a type that is written as JSON");
        };
    }
}
