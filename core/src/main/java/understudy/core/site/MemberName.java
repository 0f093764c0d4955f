package understudy.core.site;

import java.util.regex.Pattern;

/** The name of one member of a site: a cluster of the inventory. */
public record MemberName(String value) implements Comparable<MemberName> {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} ]{1,200}");

    public MemberName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A member's name needs 1 to 200 printable characters.");
        }
    }

    @Override
    public int compareTo(MemberName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
