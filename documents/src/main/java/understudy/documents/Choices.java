package understudy.documents;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Reads one word out of a closed list. */
final class Choices {
    private Choices() {}

    static <E extends Enum<E>> E read(Scalar scalar, Class<E> type) {
        E[] constants = type.getEnumConstants();
        String name =
                name(scalar, Arrays.stream(constants).map(Choices::written).toList());
        return Arrays.stream(constants)
                .filter(constant -> written(constant).equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String name(Value value, Collection<String> allowed) {
        String text = Scalars.text(Scalars.of(value));
        if (!allowed.contains(text)) {
            throw new IllegalArgumentException(
                    Quoted.of(text) + " is not known here: " + Spelling.advice(text, allowed));
        }
        return text;
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
