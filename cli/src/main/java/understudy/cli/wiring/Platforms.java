package understudy.cli.wiring;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import understudy.cli.inventory.ClusterEntry;
import understudy.driver.simulated.Pace;
import understudy.driver.simulated.SimulatedCluster;
import understudy.driver.simulated.SimulatedTime;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.ScenarioFile;

/** Opens a cluster by its platform's driver. */
public final class Platforms {
    private static final String EXCHANGE = "exchange-2007";
    private static final Map<String, String> USUAL = Map.of(
            "pacemaker",
            "pacemaker/rolling",
            EXCHANGE,
            "exchange-2007/scc-service-pack",
            "exchange-2003",
            "exchange-2003/cluster-service-pack",
            "exchange-2000",
            "exchange-2000/active-passive",
            "exchange-5.5",
            "exchange-5.5/cluster-service-pack",
            "windows-cluster",
            "windows-cluster/rolling");
    private static final String EXCHANGE_BY_AGENTS = "exchange-2007/rolling";

    private Platforms() {}

    /** Opens it for looking and acting; nothing is connected before the first question. */
    public static Member open(ClusterEntry cluster) {
        return cluster.scenario().map(Platforms::simulated).orElseGet(() -> real(cluster));
    }

    private static Member real(ClusterEntry cluster) {
        if (cluster.bigfix().isPresent()) {
            return BigFixWiring.open(cluster);
        }
        if (cluster.through().isPresent()) {
            return ClassicWiring.open(cluster, cluster.through().get());
        }
        return cluster.platform().equals(EXCHANGE) ? ExchangeWiring.open(cluster) : PacemakerWiring.open(cluster);
    }

    /** A simulated cluster at a pace. */
    public static Member simulated(Scenario scenario, Pace pace) {
        SimulatedCluster cluster = new SimulatedCluster(scenario, new SimulatedTime(scenario.start(), pace));
        return new Member(cluster.driver(), cluster.outageWatch(), cluster.time(), () -> {}, Optional.empty());
    }

    /** The procedure that patches this platform as a rule. */
    static String usualProcedure(ClusterEntry cluster) {
        String platform = cluster.scenario()
                .map(ScenarioFile::read)
                .map(scenario -> scenario.cluster().platform())
                .orElse(cluster.platform());
        if (platform.equals(EXCHANGE) && cluster.bigfix().isPresent()) {
            return EXCHANGE_BY_AGENTS;
        }
        return USUAL.getOrDefault(platform, "pacemaker/rolling");
    }

    private static Member simulated(Path scenario) {
        return simulated(ScenarioFile.read(scenario), Pace.unbounded());
    }
}
