package understudy.lab;

/** A lab's status as plain text, one line for each node and group. */
final class StatusText {
    private StatusText() {}

    static String render(String name, LabStatus status) {
        var text = new StringBuilder(
                "lab " + name + ", " + (status.quorum() ? "quorum" : "no quorum") + ", " + status.inventory() + "\n");
        for (var node : status.nodes()) {
            text.append("%-10s %-15s power %-4s %-12s boots %d%s%n"
                    .formatted(
                            node.node().name(),
                            node.node().address(),
                            node.power() ? "on" : "off",
                            node.membership(),
                            node.boots(),
                            node.cableCut() ? ", cable cut" : ""));
        }
        for (var group : status.groups()) {
            text.append("%-10s %-15s %s%s%n"
                    .formatted(
                            group.group().name(),
                            group.group().address(),
                            group.owner().map(owner -> "on " + owner).orElse("not whole on any node"),
                            group.answers() ? ", answers" : ", does not answer"));
        }
        status.failures()
                .forEach(failure -> text.append("failed: ").append(failure).append('\n'));
        return text.toString();
    }
}
