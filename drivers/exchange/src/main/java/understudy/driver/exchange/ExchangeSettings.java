package understudy.driver.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import understudy.core.model.GroupId;
import understudy.core.model.Ordered;
import understudy.engine.ports.RunTime;

/**
 * One cluster with Exchange on it, as the inventory has it.
 *
 * @param cluster its name in the inventory
 * @param nodes every node, in the inventory's order; they are asked in it
 * @param weights what the inventory says an outage of a group costs; else a mailbox server weighs 1, any other group 0
 * @param task the scheduled task by which jobs run, made once by an administrator on every node
 * @param look how long to wait between two looks at what is awaited
 * @param clock what is waited in, and where looks at several nodes overlap
 */
public record ExchangeSettings(
        String cluster,
        List<ExchangeNode> nodes,
        Map<GroupId, Integer> weights,
        String task,
        Duration look,
        RunTime clock) {
    /** The name of the scheduled task where nobody has given it another. */
    public static final String USUAL_TASK = "Understudy";

    public ExchangeSettings {
        nodes = List.copyOf(nodes);
        weights = Ordered.copy(weights);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("The cluster " + cluster + " has no nodes in the inventory.");
        }
    }
}
