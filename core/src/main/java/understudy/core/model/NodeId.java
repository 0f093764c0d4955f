package understudy.core.model;

/** The name of a node, as its cluster knows it. */
public record NodeId(String value) implements Comparable<NodeId> {
    public NodeId {
        Names.printable("node's name", value);
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
