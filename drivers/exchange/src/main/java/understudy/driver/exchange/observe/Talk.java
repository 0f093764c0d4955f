package understudy.driver.exchange.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.driver.exchange.ExchangeNodes;
import understudy.remote.windows.PowerShellScript;
import understudy.remote.windows.WindowsNode;
import understudy.remote.windows.WindowsNode.Reply;

/** Asks one member after the other until one tells what the cluster looks like. */
public final class Talk {
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final PowerShellScript CLUSTER = PowerShellScript.of(Talk.class, "cluster");
    private static final PowerShellScript ALONE = PowerShellScript.of(Talk.class, "alone");
    private static final PowerShellScript NODE = PowerShellScript.of(Talk.class, "node");

    private final ExchangeNodes nodes;

    public Talk(ExchangeNodes nodes) {
        this.nodes = nodes;
    }

    /** What came of asking. */
    public sealed interface Look {
        record Seen(ClusterReport report) implements Look {}

        record NotSeen(String reason) implements Look {}
    }

    public ExchangeNodes nodes() {
        return nodes;
    }

    /** The cluster as the first member that answers tells it; a server without one tells of itself in the words of a cluster of one node. */
    public Look look() {
        var script = nodes.all().size() == 1 ? ALONE : CLUSTER;
        List<String> reasons = new ArrayList<>();
        for (WindowsNode node : nodes.all()) {
            switch (node.run(script, Map.of(), CALL)) {
                case Reply.Heard(var said)
                when said.succeeded() -> {
                    return new Look.Seen(new ClusterReport(node.name(), said));
                }
                case Reply.Heard(var said) -> reasons.add(node.name() + ": " + said.error());
                case Reply.NotSent(String reason) -> reasons.add(reason);
                case Reply.Lost(String reason) -> reasons.add(reason);
            }
        }
        return new Look.NotSeen(String.join(" ", reasons));
    }

    /**
     * What the node says of itself, asked again where the connection broke on the way; empty where it does not answer. A node that cannot be
     * reached is not asked twice: each look would last longer while it is down.
     */
    public static Optional<NodeReport> report(WindowsNode node) {
        var reply = node.run(NODE, Map.of(), CALL);
        return read(node, reply instanceof Reply.Lost ? node.run(NODE, Map.of(), CALL) : reply);
    }

    private static Optional<NodeReport> read(WindowsNode node, Reply reply) {
        return reply instanceof Reply.Heard(var said) && said.succeeded()
                ? Optional.of(new NodeReport(node.name(), said))
                : Optional.empty();
    }
}
