package understudy.lab;

/**
 * One group of a lab's cluster: what it serves, on which floating address, and the node on which it starts.
 *
 * @param home the name of the node on which the group is when the lab has come up
 */
public record LabGroup(Service service, String address, String home) {
    public String name() {
        return service.group();
    }
}
