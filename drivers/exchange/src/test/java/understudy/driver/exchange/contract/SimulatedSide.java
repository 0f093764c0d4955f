package understudy.driver.exchange.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import understudy.core.model.Change;
import understudy.core.model.Fencing;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Quorum;
import understudy.driver.exchange.ExchangeVersion;
import understudy.driver.simulated.SimulatedCluster;
import understudy.driver.simulated.SimulatedTime;
import understudy.driver.simulated.scenario.ClusterSetup;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.FaultKind;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.NodeSetup;
import understudy.driver.simulated.scenario.PatchSetup;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.ServiceSetup;
import understudy.driver.simulated.scenario.Trigger;
import understudy.engine.ports.ClusterDriver;

/** The simulated cluster by the rules of Exchange, behind its own driver. */
final class SimulatedSide extends Side {
    private static final Trigger NOW = new Trigger.At(Duration.ZERO);

    private final SimulatedTime time;
    private final SimulatedCluster cluster;

    SimulatedSide(Shape shape) {
        super(shape);
        var scenario = scenario(shape);
        time = new SimulatedTime(scenario.start());
        cluster = new SimulatedCluster(scenario, time);
    }

    /** Whoever has the quorum disk is the cluster, and nobody powers a lost node off: as the driver of Exchange has it. */
    private static Scenario scenario(Shape shape) {
        var setup = ClusterSetup.of(shape.kind().platform(), shape.kind().clusterKind())
                .votingBy(shape.kind().isAlone() ? new Quorum.Rule.NotNeeded() : new Quorum.Rule.Fixed(1))
                .fencedBy(new Fencing.Absent());
        var nodes = IntStream.range(0, shape.nodes())
                .mapToObj(at -> NodeSetup.healthy(shape.node(at)).withServices(services(shape)))
                .toList();
        var change = new Change(
                ExchangeVersion.COMPONENT, shape.from().toString(), shape.to().toString(), 1_000_000);
        return Scenario.of("contract", setup, nodes, groups(shape))
                .withPatch(new PatchSetup(List.of(change), shape.servicePack(), shape.isFenced(), false, List.of()));
    }

    private static Map<String, ServiceSetup> services(Shape shape) {
        var counters = new ServiceSetup(true, true);
        return switch (shape.kind()) {
            case SINGLE_COPY ->
                Map.of("SysmonLog", counters, "MOM", counters, "RemoteRegistry", new ServiceSetup(true, false));
            case REPLICATED, ALONE ->
                Map.of(
                        "SysmonLog",
                        counters,
                        "MOM",
                        counters,
                        "RemoteRegistry",
                        new ServiceSetup(true, false),
                        "SharedAccess",
                        new ServiceSetup(false, false));
            case EXCHANGE_2003, EXCHANGE_2000, EXCHANGE_55, ALONE_2003, ALONE_2000, ALONE_55 ->
                Map.of("SysmonLog", new ServiceSetup(false, true), "SNMP", counters);
        };
    }

    private static List<GroupSetup> groups(Shape shape) {
        List<GroupSetup> groups = new ArrayList<>();
        List<GroupId> servers = IntStream.range(0, shape.servers())
                .mapToObj(at -> new GroupId(shape.server(at)))
                .toList();
        for (int at = 0; at < shape.servers(); at++) {
            var server = GroupSetup.single(shape.server(at), shape.node(at));
            var own = servers.get(at);
            groups.add(
                    shape.upgradesServers()
                            ? server.versioned(
                                    ExchangeVersion.COMPONENT, shape.from().toString())
                            : server.apartFrom(servers.stream()
                                    .filter(other -> !other.equals(own))
                                    .toList()));
        }
        if (shape.kind().isAlone()) {
            return groups;
        }
        groups.add(GroupSetup.single("Cluster Group", shape.node(shape.nodes() - 1))
                .weighing(0));
        return groups;
    }

    @Override
    ClusterDriver open() {
        return cluster.driver();
    }

    @Override
    void befalls(Operation event) {
        var name = event.last();
        switch (event.word()) {
            case "lose-power" -> cluster.befalls(Fault.on(FaultKind.NODE_POWER_LOSS, name, NOW));
            case "power-back" -> cluster.powerReturns(new NodeId(name));
            case "resource-fails" ->
                cluster.befalls(new Fault(
                        FaultKind.GROUP_MOVES_BY_ITSELF,
                        NOW,
                        Optional.empty(),
                        Optional.of(new GroupId(name)),
                        "",
                        Optional.empty(),
                        true));
            case "somebody-upgrades" -> perform(event);
            case "somebody-pauses" -> cluster.befalls(Fault.on(FaultKind.SOMEBODY_DRAINS, name, NOW));
            default -> throw new IllegalArgumentException(event + " is no event.");
        }
    }

    @Override
    void settle() throws InterruptedException {
        time.pause(Duration.ofHours(1));
    }

    @Override
    public void close() {
        // It ends with this process.
    }
}
