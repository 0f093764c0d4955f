package understudy.core.model;

/**
 * The id of one step of a plan; it stays the same when the plan is made again, so that what was done is recognised. What is planned again
 * after it was done has a number behind it: {@code prepare:mail>n2#2}.
 */
public record StepId(String value) implements Comparable<StepId> {
    public StepId {
        Names.printable("step's id", value);
    }

    /** The same for each time that the step is planned. */
    public String withoutOccurrence() {
        int mark = value.lastIndexOf('#');
        boolean counted = mark > 0
                && mark < value.length() - 1
                && value.substring(mark + 1).chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return counted ? value.substring(0, mark) : value;
    }

    /** It was done before, and planned again. */
    public boolean isRepeated() {
        return !withoutOccurrence().equals(value);
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
