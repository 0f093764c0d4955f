package understudy.driver.simulated;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import understudy.core.model.Change;
import understudy.core.model.NodeId;
import understudy.driver.simulated.scenario.ClusterSetup;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.NodeSetup;
import understudy.driver.simulated.scenario.PatchSetup;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.ServiceSetup;
import understudy.driver.simulated.scenario.Trigger;

/** Scenarios that many tests begin with. */
final class Scenarios {
    private Scenarios() {}

    static List<NodeSetup> nodes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> NodeSetup.healthy("n" + i))
                .toList();
    }

    static List<NodeId> ids(String... names) {
        return java.util.Arrays.stream(names).map(NodeId::new).toList();
    }

    /** A Pacemaker cluster of so many nodes, with these groups. */
    static Scenario pacemaker(int nodes, GroupSetup... groups) {
        return Scenario.of("test", ClusterSetup.of("pacemaker", ""), nodes(nodes), List.of(groups));
    }

    /** Three nodes, of which the first owns the mail group. */
    static Scenario mail() {
        return pacemaker(3, GroupSetup.single("mail", "n1"));
    }

    static Scenario mailWith(Fault... faults) {
        return mail().withFaults(List.of(faults));
    }

    /** An Exchange 2007 single copy cluster of three nodes; n1 owns the mailbox server, n2 the cluster group. */
    static Scenario singleCopyCluster() {
        List<NodeSetup> nodes = nodes(3).stream()
                .map(node -> node.withServices(Map.of(
                        "SysmonLog", new ServiceSetup(true, true), "RemoteRegistry", new ServiceSetup(true, false))))
                .toList();
        return Scenario.of(
                        "exchange",
                        ClusterSetup.of("exchange-2007", "scc"),
                        nodes,
                        List.of(
                                GroupSetup.single("EXCLUS1", "n1").versioned("exchange", "8.0"),
                                GroupSetup.single("cluster group", "n2").weighing(0)))
                .withPatch(new PatchSetup(List.of(new Change("exchange", "8.0", "8.1", 900_000_000)), true, true));
    }

    static Trigger at(String verb, String subject) {
        return new Trigger.AtStep(verb, subject, 1, java.time.Duration.ZERO);
    }

    static Trigger after(String verb, String subject, long seconds) {
        return new Trigger.AtStep(verb, subject, 1, java.time.Duration.ofSeconds(seconds));
    }
}
