package understudy.driver.bigfix;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import understudy.core.model.GroupId;
import understudy.driver.bigfix.wire.Wire;
import understudy.engine.ports.RunTime;

/**
 * One cluster that BigFix's agents patch, as the inventory has it.
 *
 * @param cluster its name in the inventory
 * @param platform {@code windows-cluster} or {@code exchange-2007}
 * @param nodes every node, in the inventory's order
 * @param weights what the inventory says an outage of a group costs
 * @param wire the way to the server, the caller's to close
 * @param pace how long is waited between looks and for reports
 * @param clock what is waited in
 */
public record BigFixSettings(
        String cluster,
        String platform,
        List<BigFixNode> nodes,
        Map<GroupId, Integer> weights,
        Fixlets fixlets,
        Wire wire,
        Pace pace,
        RunTime clock) {
    /** A cluster of Windows nodes without a product that the platform knows. */
    public static final String WINDOWS_CLUSTER = "windows-cluster";

    /** A cluster with Exchange 2007 on it. */
    public static final String EXCHANGE_2007 = "exchange-2007";

    public BigFixSettings {
        nodes = List.copyOf(nodes);
        weights = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(weights));
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("The cluster " + cluster + " has no nodes in the inventory.");
        }
    }

    /** Whether mailbox servers are moved by their own Fixlet. */
    public boolean isExchange() {
        return platform.equals(EXCHANGE_2007);
    }

    /**
     * How patient this driver is.
     *
     * @param look between two looks at what is awaited
     * @param report how long an agent may take to report after it was told to
     * @param fresh how old a report may be and still count as a look of now
     * @param blocked how long a status that somebody must lift may last before its action is stopped
     */
    public record Pace(Duration look, Duration report, Duration fresh, Duration blocked) {
        /** As agents are as a rule. */
        public static Pace usual() {
            return new Pace(
                    Duration.ofSeconds(5), Duration.ofMinutes(3), Duration.ofSeconds(15), Duration.ofMinutes(2));
        }
    }
}
