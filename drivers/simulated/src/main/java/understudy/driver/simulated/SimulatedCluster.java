package understudy.driver.simulated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.NotBefore;
import understudy.driver.simulated.scenario.Scenario;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.OutageWatch;

/**
 * A cluster that exists only in this process, behaves as a real one would, and can be observed, drained, patched and broken.
 *
 * <p>It outlives its drivers: after a caller has died, a new driver finds it as it is.
 */
public final class SimulatedCluster {
    private final World world;
    private final SimulatedDriver.Parts parts;
    private final NodeLives lives;
    private final FaultPlay faults;

    public SimulatedCluster(Scenario scenario, SimulatedTime time) {
        this.world = new World(scenario, time);
        Hosts hosts = new Hosts(world);
        lives = new NodeLives(world);
        GroupMoves moves = new GroupMoves(world, lives);
        Marks marks = new Marks(world);
        Watchers watchers = new Watchers();
        SimulatedLock lock = new SimulatedLock(world);
        GivingBack givingBack = new GivingBack(world, lives, lock);
        faults = new FaultPlay(world, new FaultEffects(world, hosts, lives, lock));
        OldPackages old = new OldPackages(world, moves);
        GroupServices services = new GroupServices(world, watchers, moves);
        Verbs verbs = new Verbs(
                new PackageVerbs(world, hosts, moves, old),
                old,
                new NodeVerbs(world, hosts, marks, lives),
                new GroupVerbs(world, hosts, marks, watchers, moves, services),
                services,
                new RightVerbs(world, hosts, marks, givingBack));
        StepDesk desk = new StepDesk(world, faults, verbs);
        this.parts = new SimulatedDriver.Parts(new Look(world, hosts), desk, new Readiness(world), lock, givingBack);
        lives.whenPowerIsLost(desk::powerLost);
        Placing placing = new Placing(world, hosts, moves);
        world.reactBy(placing::settle);
        world.reactBy(lives::settle);
        world.reactBy(watchers::settle);
        begin(scenario, hosts);
    }

    private void begin(Scenario scenario, Hosts hosts) {
        happens(() -> {
            world.groups.values().forEach(group -> place(group, hosts));
            world.groups.values().forEach(group -> wakeWhenHostingOpens(group, hosts));
            faults.prepare(scenario.faults());
            world.changed();
        });
    }

    private void place(SimulatedGroup group, Hosts hosts) {
        List<NodeId> owners = group.setup.owners();
        boolean everywhere = owners.isEmpty() && group.setup.placement() instanceof Placement.Spread;
        group.home = owners.stream().findFirst();
        if (!group.wanted) {
            return;
        }
        for (SimulatedNode node : world.nodes.values()) {
            boolean here = everywhere
                    ? node.isOpen() && hosts.mayHost(group, node) instanceof MayHost.Yes
                    : owners.contains(node.id) && node.powered;
            if (here) {
                group.copies.put(node.id, new Copy(node, Copy.Phase.UP));
            }
        }
        if (group.isPromotable()) {
            group.home.map(group.copies::get).ifPresent(copy -> copy.promoted = true);
        }
        group.newerStarted = group.serving().stream()
                .map(world::node)
                .anyMatch(node -> world.scenario.patch().versionFence() && world.isPatched(node));
    }

    private void wakeWhenHostingOpens(SimulatedGroup group, Hosts hosts) {
        for (NotBefore notYet : group.setup.hosting().notYet().values()) {
            world.time.after(java.time.Duration.between(world.now(), hosts.opens(notYet)), world::changed);
        }
    }

    /** A new driver; several may be used one after the other, as after the death of a caller. */
    public ClusterDriver driver() {
        return new SimulatedDriver(world, parts);
    }

    /** A watch that measures from the cluster's own log, exactly. */
    public OutageWatch outageWatch() {
        return new SimulatedOutageWatch(world);
    }

    /** Something goes wrong now that the scenario did not announce; its trigger does not matter. */
    public void befalls(Fault fault) {
        happens(() -> faults.comes(fault));
    }

    /** Somebody turns a node on again whose power was lost. */
    public void powerReturns(NodeId node) {
        happens(() -> lives.boot(world.node(node)));
    }

    private void happens(Runnable change) {
        world.time.lock();
        try {
            change.run();
        } finally {
            world.time.unlock();
        }
    }

    public SimulatedTime time() {
        return world.time;
    }

    public Scenario scenario() {
        return world.scenario;
    }

    /** Every rule that callers have broken so far; a good run leaves this empty. */
    public List<Finding> violations() {
        return Turn.of(world.time, () -> List.copyOf(world.violations));
    }

    /** What has happened so far, sentence by sentence. */
    public List<Happening> happenings() {
        return Turn.of(world.time, () -> List.copyOf(world.happenings));
    }

    /** How often each node was installed on, so that tests can prove that nothing was done twice. */
    public Map<NodeId, Integer> installs() {
        return counts(node -> node.installs);
    }

    /** How often each node was asked to restart. */
    public Map<NodeId, Integer> restarts() {
        return counts(node -> node.restarts);
    }

    private Map<NodeId, Integer> counts(java.util.function.ToIntFunction<SimulatedNode> count) {
        return Turn.of(world.time, () -> {
            Map<NodeId, Integer> counts = new LinkedHashMap<>();
            world.nodes.values().forEach(node -> counts.put(node.id, count.applyAsInt(node)));
            return counts;
        });
    }

    /** The node that owns a group with one owner now, whoever looks; for tests. */
    public Optional<NodeId> ownerOf(String group) {
        return Turn.of(
                world.time,
                () -> world.group(new understudy.core.model.GroupId(group)).serving().stream()
                        .findFirst());
    }
}
