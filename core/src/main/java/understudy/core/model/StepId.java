package understudy.core.model;

/** The id of one step of a plan; it stays the same when the plan is made again, so that what was done is recognised. */
public record StepId(String value) implements Comparable<StepId> {
    public StepId {
        Names.printable("step's id", value);
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
