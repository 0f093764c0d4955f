package understudy.driver.exchange.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import understudy.core.model.NodeId;
import understudy.driver.exchange.ExchangeSettings;
import understudy.driver.exchange.classic.ClassicDriver;
import understudy.driver.exchange.classic.ClassicSettings;
import understudy.driver.exchange.trial.SteppingTime;
import understudy.driver.exchange.trial.Wire;
import understudy.driver.exchange.trial.WireShell;
import understudy.emulated.classic.Administrator;
import understudy.emulated.classic.ManagementHost;
import understudy.emulated.classic.Moving;
import understudy.emulated.classic.OldNode;
import understudy.emulated.classic.OldPower;
import understudy.emulated.classic.OldTiming;
import understudy.emulated.classic.OldWorld;
import understudy.emulated.classic.OldWorlds;
import understudy.emulated.world.SteppingClock;
import understudy.engine.ports.ClusterDriver;

/** An emulated cluster of Exchange 2003 or 2000 behind its management host, the driver and its programs. */
final class OldEmulatedSide extends Side {
    private final SteppingClock clock = new SteppingClock(Instant.parse("2005-11-12T22:00:00Z"));
    private final OldWorld world;
    private final Wire wire;
    private final String platform;

    OldEmulatedSide(Shape shape) {
        super(shape);
        platform = shape.kind().platform();
        var product = shape.kind().product().orElseThrow();
        world = shape.kind().isAlone()
                ? OldWorlds.alone(product, OldTiming.usual(), clock)
                : OldWorlds.cluster(product, shape.nodes(), shape.servers(), OldTiming.usual(), clock);
        world.installerAsksForRestart(shape.servicePack());
        wire = new Wire(world);
    }

    @Override
    ClusterDriver open() {
        return ClassicDriver.open(new ClassicSettings(
                "mail",
                platform,
                OldWorlds.CLUSTER,
                world.nodes().stream().map(node -> new NodeId(node.name())).toList(),
                () -> new WireShell(new ManagementHost(world, Map.of()), clock, wire),
                Map.of(),
                ExchangeSettings.USUAL_TASK,
                Duration.ofSeconds(15),
                new SteppingTime(clock)));
    }

    @Override
    void befalls(Operation event) throws InterruptedException {
        var name = event.last();
        switch (event.word()) {
            case "lose-power" -> new OldPower(world).off(node(name));
            case "power-back" -> {
                if (!world.isPowered(node(name))) {
                    new OldPower(world).on(node(name));
                }
            }
            case "resource-fails" -> new Moving(world).fails(world.group(name).orElseThrow());
            case "somebody-upgrades" ->
                new Administrator(world)
                        .upgrade(name, world.group(name).orElseThrow().owner());
            default -> throw new IllegalArgumentException(event + " is no event.");
        }
    }

    private OldNode node(String name) {
        return world.node(name).orElseThrow();
    }

    @Override
    void settle() throws InterruptedException {
        clock.pass(Duration.ofHours(1));
    }

    @Override
    public void close() {
        clock.close();
    }
}
