package understudy.engine.journal;

import java.util.regex.Pattern;

/** The name of one member of a run: the cluster whose own plan and events these are. */
public record MemberId(String value) implements Comparable<MemberId> {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} ]{1,200}");

    public MemberId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A member's name needs 1 to 200 printable characters.");
        }
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
