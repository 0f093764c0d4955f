package understudy.driver.simulated.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Targets;
import understudy.driver.simulated.SimulatedCluster;
import understudy.driver.simulated.SimulatedTime;
import understudy.driver.simulated.scenario.Scenario;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.Observation;

class RandomScenariosTest {
    @Test
    void theSameSeedGivesTheSameScenario() {
        for (int seed = 0; seed < 200; seed++) {
            assertThat(RandomScenarios.of(seed)).as("seed %d", seed).isEqualTo(RandomScenarios.of(seed));
        }
    }

    @Test
    void clustersBeginSettledAndStayAsTheyAre() {
        for (int seed = 0; seed < 300; seed++) {
            Scenario scenario = RandomScenarios.of(seed);
            SimulatedCluster cluster = new SimulatedCluster(scenario, new SimulatedTime(scenario.start()));
            try (ClusterDriver driver = cluster.driver()) {
                if (!(driver.observe(Targets.none()) instanceof Observation.Seen(ClusterSnapshot first))) {
                    continue;
                }
                assertThat(first.changing())
                        .as("seed %d: %s", seed, cluster.happenings())
                        .isFalse();
                assertThat(driver.observeChange(first, Targets.none(), Duration.ofDays(1)))
                        .isInstanceOfSatisfying(
                                Observation.Seen.class,
                                later -> assertThat(later.snapshot().groups()).isEqualTo(first.groups()));
            }
        }
    }
}
