package understudy.cli.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.cli.inventory.ClusterEntry;
import understudy.core.model.Change;
import understudy.core.model.Patch;
import understudy.core.model.Policy;
import understudy.core.procedure.Procedure;
import understudy.driver.simulated.scenario.ClusterSetup;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.Latencies;
import understudy.driver.simulated.scenario.Latency;
import understudy.driver.simulated.scenario.NodeSetup;
import understudy.driver.simulated.scenario.PatchSetup;
import understudy.driver.simulated.scenario.Range;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.ServiceSetup;
import understudy.procedures.Shipped;

/** The demo's cluster: Exchange 2007 on a single copy cluster of three nodes, which waits for Service Pack 1. */
public final class Demo {
    /** From RTM to Service Pack 1; build numbers from Microsoft's list of Exchange builds. */
    private static final Change SERVICE_PACK = new Change("exchange-2007", "8.0.685.25", "8.1.240.6", 0);

    /** What one simulated minute takes before the reader's eyes. */
    public static final Duration REAL_PER_MINUTE = Duration.ofMillis(350);

    /** What such servers took: setup more than half an hour, a restart some minutes (catalogue, P10; complaints 21 and 29). */
    private static final Map<Latency, Range> LATENCIES = Map.of(
            Latency.FETCH, Range.seconds(60, 150),
            Latency.INSTALL, Range.seconds(2100, 2700),
            Latency.RESTART, Range.seconds(180, 300),
            Latency.JOIN, Range.seconds(20, 40),
            Latency.STOP, Range.seconds(40, 70),
            Latency.START, Range.seconds(30, 50),
            Latency.MOVE, Range.seconds(20, 40),
            Latency.UPGRADE, Range.seconds(150, 240),
            Latency.SERVICE, Range.seconds(3, 8));

    private Demo() {}

    /** What the demo is asked to do, as if an inventory had said so. */
    public static Assignment assignment() {
        ClusterEntry cluster = new ClusterEntry(
                "demo",
                "simulated",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                List.of(),
                List.of(),
                Policy.standard());
        Procedure procedure = Shipped.find("exchange-2007/scc-service-pack").orElseThrow();
        Patch patch = new Patch(
                "exchange-2007-sp1", procedure.id(), new Patch.Content.AllOffered(), true, Patch.RestartRule.REQUIRED);
        return new Assignment(
                cluster,
                patch,
                procedure,
                new Assignment.Words(Path.of("demo"), "demo", Optional.empty(), Optional.empty()),
                "demo");
    }

    /** The cluster. */
    public static Scenario scenario() {
        Map<String, ServiceSetup> services = Map.of(
                "SysmonLog", new ServiceSetup(true, true),
                "MOM", new ServiceSetup(true, true),
                "RemoteRegistry", new ServiceSetup(true, false));
        List<NodeSetup> nodes = List.of("nodea", "nodeb", "nodec").stream()
                .map(name -> NodeSetup.healthy(name)
                        .withInstalled(Map.of(SERVICE_PACK.component(), SERVICE_PACK.from()))
                        .withServices(services))
                .toList();
        GroupSetup mailbox =
                GroupSetup.single("EXCLUS1", "nodea").versioned(SERVICE_PACK.component(), SERVICE_PACK.from());
        GroupSetup cluster = GroupSetup.single("Cluster Group", "nodea").weighing(0);
        return Scenario.of("demo", ClusterSetup.of("exchange-2007", "scc"), nodes, List.of(mailbox, cluster))
                .withPatch(new PatchSetup(List.of(SERVICE_PACK), true, true))
                .withLatencies(new Latencies(2007, LATENCIES));
    }
}
