package understudy.driver.bigfix.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.driver.bigfix.BigFixDriver;
import understudy.driver.bigfix.BigFixNode;
import understudy.driver.bigfix.BigFixSettings;
import understudy.driver.bigfix.Fixlets;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.emulated.bigfix.BigFixServer;
import understudy.emulated.bigfix.WindowsCluster;
import understudy.emulated.bigfix.WindowsCluster.Windows;
import understudy.emulated.world.SteppingClock;
import understudy.emulated.world.Timing;
import understudy.emulated.world.World;
import understudy.engine.ports.RunTime;

/** An emulated server with agents on two nodes with Exchange, and a driver for them, in simulated time. */
public final class Bench implements AutoCloseable {
    private final SteppingClock stepping = new SteppingClock(Instant.parse("2008-11-01T22:00:00Z"));
    private final World world;
    private final BigFixServer server;
    private final TrialWire wire;

    private Bench(boolean prepared) {
        var bare = WindowsCluster.exchange(2, Windows.SERVER_2008, Timing.usual(), stepping);
        world = prepared ? WindowsCluster.prepared(bare) : bare;
        server = BigFixServer.of(world, TrialWire.PASSWORD);
        wire = new TrialWire(server);
        wire.begin(Optional.empty());
    }

    public static Bench exchange(boolean prepared) {
        return new Bench(prepared);
    }

    /** Time in which reports grow old. */
    public interface Clock {
        void advance();
    }

    public Clock clock() {
        return () -> {
            try {
                stepping.pass(Duration.ofMinutes(20));
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        };
    }

    public RunTime time() {
        return new SteppingTime(stepping);
    }

    public BigFixServer server() {
        return server;
    }

    public World world() {
        return world;
    }

    public BigFixApi api() {
        return new BigFixApi(wire);
    }

    /** An update is on the node already. */
    public void installed(String node, String update) {
        world.node(node)
                .orElseThrow()
                .registry()
                .set("HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Updates", update, "installed");
        clock().advance();
    }

    public BigFixDriver driver() {
        return BigFixDriver.open(new BigFixSettings(
                "night",
                BigFixSettings.EXCHANGE_2007,
                world.nodes().stream()
                        .map(node -> new BigFixNode(new NodeId(node.name()), node.name()))
                        .toList(),
                Map.of(),
                Fixlets.usual(),
                wire,
                BigFixSettings.Pace.usual(),
                time()));
    }

    @Override
    public void close() {
        stepping.close();
    }
}
