package understudy.driver.exchange.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import understudy.core.model.NodeId;
import understudy.driver.exchange.ExchangeDriver;
import understudy.driver.exchange.ExchangeNode;
import understudy.driver.exchange.ExchangeSettings;
import understudy.driver.exchange.trial.SteppingTime;
import understudy.driver.exchange.trial.Wire;
import understudy.driver.exchange.trial.WireShell;
import understudy.emulated.windows.EmulatedNode;
import understudy.emulated.world.AloneServer;
import understudy.emulated.world.ClusterSettings;
import understudy.emulated.world.Placing;
import understudy.emulated.world.Power;
import understudy.emulated.world.Refused;
import understudy.emulated.world.ReplicatedCluster;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.SteppingClock;
import understudy.emulated.world.Timing;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;
import understudy.engine.ports.ClusterDriver;

/** Emulated Windows nodes behind the Exchange driver and its scripts. */
final class EmulatedSide extends Side {
    private final SteppingClock clock = new SteppingClock(Instant.parse("2008-03-01T22:00:00Z"));
    private final World world;
    private final Wire wire;

    EmulatedSide(Shape shape) {
        super(shape);
        world = switch (shape.kind()) {
            case REPLICATED -> ReplicatedCluster.of(shape.from(), Timing.usual(), clock);
            case ALONE -> AloneServer.of(shape.from(), Timing.usual(), clock);
            default ->
                SingleCopyCluster.of(
                        new SingleCopyCluster.Shape(shape.nodes(), shape.servers(), shape.from()),
                        Timing.usual(),
                        clock);
        };
        wire = new Wire(world);
    }

    @Override
    ClusterDriver open() {
        var nodes = world.nodes().stream()
                .map(node -> new ExchangeNode(
                        new NodeId(node.name()),
                        () -> new WireShell(new EmulatedNode(world, node, Map.of()), clock, wire)))
                .toList();
        return ExchangeDriver.open(new ExchangeSettings(
                "mail", nodes, Map.of(), ExchangeSettings.USUAL_TASK, Duration.ofSeconds(30), new SteppingTime(clock)));
    }

    @Override
    void befalls(Operation event) {
        var name = event.last();
        switch (event.word()) {
            case "lose-power" -> new Power(world).off(node(name));
            case "power-back" -> {
                if (!world.isPowered(node(name))) {
                    new Power(world).on(node(name));
                }
            }
            case "resource-fails" -> new Placing(world).fails(world.group(name).orElseThrow());
            case "somebody-pauses" -> paused(name);
            default -> throw new IllegalArgumentException(event + " is no event.");
        }
    }

    private void paused(String name) {
        try {
            new ClusterSettings(world).pause(name, true);
        } catch (Refused down) {
            throw new IllegalArgumentException("Nobody can pause " + name + ": " + down.getMessage(), down);
        }
    }

    private WindowsNode node(String name) {
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
