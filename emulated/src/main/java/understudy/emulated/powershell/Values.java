package understudy.emulated.powershell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How values are turned into texts, truths and lists, and compared. */
public final class Values {
    /** {@code $null}. */
    public static final Object NULL = new Null();

    /** What nothing is. */
    private record Null() {
        @Override
        public String toString() {
            return "";
        }
    }

    private Values() {}

    static boolean isNull(Object value) {
        return value instanceof Null;
    }

    /** As it stands within a text in double quotes. */
    public static String text(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "True" : "False";
            case List<?> list -> list.stream().map(Values::text).collect(Collectors.joining(" "));
            case Map<?, ?> _ -> "System.Collections.Hashtable";
            default -> value.toString();
        };
    }

    static boolean isTrue(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case String text -> !text.isEmpty();
            case Number number -> number.longValue() != 0;
            case List<?> list -> list.size() > 1 || (list.size() == 1 && isTrue(list.getFirst()));
            default -> !isNull(value);
        };
    }

    /** What a pipe carries: a list's items, nothing for {@code $null}, else the value itself. */
    static List<Object> items(Object value) {
        return switch (value) {
            case List<?> list -> new ArrayList<Object>(list);
            default -> isNull(value) ? List.of() : List.of(value);
        };
    }

    /** What a pipeline is worth: nothing, its one value, or all of them. */
    static Object collapsed(List<Object> values) {
        return switch (values.size()) {
            case 0 -> NULL;
            case 1 -> values.getFirst();
            default -> values;
        };
    }

    /** Texts are equal whatever their case, numbers by value. */
    static boolean isEqual(Object left, Object right) {
        if (left instanceof Number || right instanceof Number) {
            return isNumber(left) && isNumber(right) && number(left) == number(right);
        }
        if (left instanceof Boolean || right instanceof Boolean) {
            return isTrue(left) == isTrue(right);
        }
        boolean oneIsNull = isNull(left) || isNull(right);
        return oneIsNull ? isNull(left) && isNull(right) : text(left).equalsIgnoreCase(text(right));
    }

    static int compare(Object left, Object right) {
        return left instanceof Number && isNumber(right)
                ? Long.compare(number(left), number(right))
                : text(left).compareToIgnoreCase(text(right));
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number || text(value).strip().matches("-?[0-9]{1,18}");
    }

    static long number(Object value) {
        return value instanceof Number number
                ? number.longValue()
                : Long.parseLong(text(value).strip());
    }

    static long requireNumber(Object value) throws PowerShellError {
        if (isNull(value)) {
            return 0;
        }
        if (!isNumber(value)) {
            throw new PowerShellError("Cannot convert value \"" + text(value) + "\" to type \"System.Int32\".");
        }
        return number(value);
    }

    /** A pattern of {@code -like}, with stars, as a regular expression. */
    static boolean isLike(String text, String pattern) {
        var regex = java.util.Arrays.stream(pattern.split("\\*", -1))
                .map(java.util.regex.Pattern::quote)
                .collect(Collectors.joining(".*"));
        return text.toLowerCase(Locale.ROOT).matches("(?s)" + lower(regex));
    }

    private static String lower(String regex) {
        return regex.toLowerCase(Locale.ROOT).replace("\\q", "\\Q").replace("\\e", "\\E");
    }
}
