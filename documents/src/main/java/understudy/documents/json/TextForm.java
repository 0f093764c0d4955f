package understudy.documents.json;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a type is written as one string, which serves as a value and as the key of a map.
 *
 * @param more what a JSON schema says of the string beyond its being one
 */
record TextForm(Function<Object, String> writer, Function<String, Object> reader, Map<String, Object> more) {
    private static final Map<Class<?>, Function<String, Object>> BY_THEIR_OWN_TEXT = Map.of(
            String.class, text -> text,
            Instant.class, Instant::parse,
            Duration.class, Duration::parse,
            LocalDate.class, LocalDate::parse,
            LocalTime.class, LocalTime::parse,
            ZoneId.class, ZoneId::of);
    private static final Map<Class<?>, String> FORMATS = Map.of(
            Instant.class, "date-time",
            Duration.class, "duration",
            LocalDate.class, "date");

    static Optional<TextForm> of(Class<?> type) {
        if (BY_THEIR_OWN_TEXT.containsKey(type)) {
            return Optional.of(new TextForm(Object::toString, BY_THEIR_OWN_TEXT.get(type), format(type)));
        }
        if (type.isEnum()) {
            return Optional.of(ofEnum(type));
        }
        boolean identifier = type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getGenericType() == String.class;
        return identifier ? Optional.of(ofIdentifier(type)) : Optional.empty();
    }

    private static Map<String, Object> format(Class<?> type) {
        return FORMATS.containsKey(type) ? Map.of("format", FORMATS.get(type)) : Map.of();
    }

    private static TextForm ofEnum(Class<?> type) {
        Map<String, Object> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        Function<String, Object> reader = name -> {
            if (!constants.containsKey(name)) {
                throw new IllegalArgumentException("\"" + name + "\" is none of the names of " + type.getSimpleName());
            }
            return constants.get(name);
        };
        return new TextForm(constant -> ((Enum<?>) constant).name(), reader, Map.of("enum", names));
    }

    private static TextForm ofIdentifier(Class<?> type) {
        Constructor<?> constructor = Reflected.constructor(type);
        var accessor = Reflected.accessor(type.getRecordComponents()[0]);
        return new TextForm(
                identifier -> (String) Reflected.component(accessor, identifier),
                text -> Reflected.instance(constructor, new Object[] {text}),
                Map.of());
    }
}
