package understudy.lab;

/**
 * How a lab's cluster is made: how many nodes, what it serves, in how many groups, with or without power fencing.
 *
 * @param nodes 2 to 5; two get corosync's {@code two_node} rule
 * @param groups 1, or 2 for active/active: the second group is the service's companion, at home on the second node
 */
public record LabShape(int nodes, Service service, int groups, boolean fencing) {
    public LabShape {
        if (nodes < 2 || nodes > 5) {
            throw new LabException("A lab has 2 to 5 nodes, not " + nodes + ".");
        }
        if (groups < 1 || groups > 2) {
            throw new LabException("A lab has 1 or 2 groups, not " + groups + ".");
        }
    }

    /** Three nodes, one group that serves mail, fencing on. */
    public static LabShape standard() {
        return new LabShape(3, Service.MAIL, 1, true);
    }

    public LabShape withNodes(int count) {
        return new LabShape(count, service, groups, fencing);
    }

    public LabShape withService(Service other) {
        return new LabShape(nodes, other, groups, fencing);
    }

    public LabShape withGroups(int count) {
        return new LabShape(nodes, service, count, fencing);
    }

    public LabShape withFencing(boolean on) {
        return new LabShape(nodes, service, groups, on);
    }

    String inWords() {
        return nodes + " nodes, " + service.group()
                + (groups == 2 ? " and " + service.companion().group() : "") + ", fencing " + (fencing ? "on" : "off");
    }
}
