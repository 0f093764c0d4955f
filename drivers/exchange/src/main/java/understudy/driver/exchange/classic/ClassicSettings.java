package understudy.driver.exchange.classic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Ordered;
import understudy.engine.ports.RunTime;
import understudy.remote.NodeShell;

/**
 * One cluster, or one server alone, with an Exchange from before 2007, as the inventory has it.
 *
 * @param cluster its name in the inventory
 * @param platform {@code exchange-2003}, {@code exchange-2000} or {@code exchange-5.5}
 * @param network the cluster's name on the network, which {@code cluster.exe /cluster:} takes
 * @param nodes every node; one node is a server without a cluster
 * @param host the management host, made on first use
 * @param weights what the inventory says an outage of a group costs; else a virtual server weighs 1, any other group 0
 * @param task the scheduled task by which jobs run, made once by an administrator on every node
 * @param look how long to wait between two looks at what is awaited
 */
public record ClassicSettings(
        String cluster,
        String platform,
        String network,
        List<NodeId> nodes,
        Supplier<NodeShell> host,
        Map<GroupId, Integer> weights,
        String task,
        Duration look,
        RunTime clock) {
    public ClassicSettings {
        nodes = List.copyOf(nodes);
        weights = Ordered.copy(weights);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("The cluster " + cluster + " has no nodes in the inventory.");
        }
    }

    /** There is no cluster, only a server. */
    public boolean alone() {
        return nodes.size() == 1;
    }
}
