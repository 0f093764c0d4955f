package understudy.core.model;

import java.util.regex.Pattern;

/** Checks the names that the outside world gives us, so that no hostile or empty name gets into a plan, a journal or a terminal. */
final class Names {
    private static final Pattern PRINTABLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} ]{1,200}");

    private Names() {}

    static String printable(String kind, String value) {
        if (!PRINTABLE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A " + kind + " needs 1 to 200 printable characters, but has " + value.length() + " that are not.");
        }
        return value;
    }
}
