package understudy.core.model;

import java.util.regex.Pattern;

/** The name of one execution of a plan: 1 to 40 of {@code a-z 0-9 -}. */
public record RunId(String value) implements Comparable<RunId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A run's id needs 1 to 40 of the characters a-z, 0-9 and -: " + value);
        }
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
