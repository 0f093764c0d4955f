package understudy.driver.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.GroupId;
import understudy.core.model.Targets;
import understudy.driver.simulated.random.RandomScenarios;
import understudy.driver.simulated.scenario.Scenario;
import understudy.driver.simulated.scenario.ScenarioFile;
import understudy.driver.simulated.scenario.ScenarioWriter;
import understudy.engine.ports.Observation;

class TwinTest {
    @Test
    void twinLooksLikeTheClusterThatItWasMadeOf() {
        for (int seed = 0; seed < 60; seed++) {
            TestingRun real = TestingRun.on(RandomScenarios.of(seed));
            if (!(real.driver.observe(real.targets) instanceof Observation.Seen(ClusterSnapshot seen))
                    || seen.changing()) {
                continue;
            }
            Scenario twin = Twin.of(seen, real.driver.offer(real.patch));

            TestingRun played = TestingRun.on(twin);
            ClusterSnapshot copy = played.look();

            assertThat(copy.nodes())
                    .as("seed %d", seed)
                    .usingRecursiveComparison()
                    .ignoringFields("bootId", "patch", "membership", "restart.reason")
                    .isEqualTo(seen.nodes());
            assertThat(copy.groups().stream().map(group -> group.id() + " " + group.serving()))
                    .as("seed %d", seed)
                    .isEqualTo(seen.groups().stream()
                            .map(group -> group.id() + " " + group.serving())
                            .toList());
            assertThat(copy.quorum()).isEqualTo(seen.quorum());
            assertThat(ScenarioFile.read(Path.of("twin.yaml"), ScenarioWriter.write(twin)))
                    .isEqualTo(twin);
        }
    }

    @Test
    void twinTakesTheTimesThatAreExpected() {
        TestingRun real = TestingRun.on(Scenarios.mail());
        Scenario twin = Twin.of(
                real.look(),
                real.driver.offer(real.patch),
                new Twin.Expectations(Map.of(), Map.of(new GroupId("mail"), Duration.ofSeconds(30)), false));

        TestingRun played = TestingRun.on(twin);
        TestingRun.expectSuccess(played.handOver("mail", "n2"));

        assertThat(played.watch
                        .outages()
                        .getFirst()
                        .length(played.cluster.time().instant()))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        assertThat(played.driver.observe(Targets.none())).isInstanceOf(Observation.Seen.class);
    }
}
