package understudy.driver.pacemaker.act;

import java.time.Duration;
import java.util.List;
import understudy.core.model.GroupId;
import understudy.driver.pacemaker.GroupSettings;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.node.Script;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.Answer;

/** Proves that a node could start a group, by the commands that the inventory names, and reads what it will load. Starts nothing. */
final class Prepare {
    private static final Duration ONE = Duration.ofMinutes(1);
    private static final Duration WARMING = Duration.ofMinutes(3);

    private final Cluster cluster;

    Prepare(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome prepare(Order order, GroupId group, NodeLink destination) throws Refusal {
        var settings = cluster.settings().group(group);
        for (List<String> command : settings.ready()) {
            prove(group, destination, command);
        }
        var warmed = warm(settings, destination);
        order.progress().accept(group + ": " + destination.nodeName() + " is ready" + warmed);
        return new Outcome.Succeeded(destination.nodeName() + " can start " + group + " ("
                + settings.ready().size() + " proofs)" + warmed + ".");
    }

    private static void prove(GroupId group, NodeLink destination, List<String> command) throws Refusal {
        switch (destination.run(command, ONE)) {
            case Answer.Finished finished -> {
                if (!finished.succeeded()) {
                    throw new Refusal(
                            "PREPARE-NOT-READY",
                            group.value(),
                            group + " would not start on " + destination.nodeName() + ": " + String.join(" ", command)
                                    + " ended with " + finished.exit() + ": "
                                    + Sentences.firstLine(finished.error() + "\n" + finished.output()) + ".",
                            "Repair that on " + destination.nodeName() + "; nothing has been moved.");
                }
            }
            case Answer.Unanswered unanswered ->
                throw new Refusal(
                        "PREPARE-NO-ANSWER",
                        destination.nodeName(),
                        "Whether " + destination.nodeName() + " can start " + group + " is not known: "
                                + unanswered.reason(),
                        "Nothing has been moved.");
        }
    }

    /** Warming only helps: where it fails, nothing is lost but time. */
    private static String warm(GroupSettings settings, NodeLink destination) {
        if (settings.warm().isEmpty()) {
            return "";
        }
        var script = Script.of(List.of("warm"), settings.warm());
        return destination.run(script, WARMING) instanceof Answer.Finished finished
                ? script.blocks(finished.output())
                        .good("warmed")
                        .map(String::strip)
                        .filter(bytes -> bytes.matches("[0-9]{1,12}"))
                        .map(bytes -> ", " + Long.parseLong(bytes) / (1 << 20) + " MiB read")
                        .orElse(", not warmed")
                : ", not warmed";
    }
}
