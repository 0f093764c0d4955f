package understudy.core.model;

/** The name of a group: what fails over as one. */
public record GroupId(String value) implements Comparable<GroupId> {
    public GroupId {
        Names.printable("group's name", value);
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
