package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.core.run.RunResult;

/** The procedures of the trials with nothing in their way: what they ask of the nodes is what the same run asks over SSH. */
@Timeout(60)
class WholeTrialTest {
    static java.util.List<TrialCase> all() throws java.io.IOException {
        return TrialCase.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void anUndisturbedRunAsksOfTheNodesWhatItsFileSays(TrialCase trialCase) throws Exception {
        try (var trial = new Trial(trialCase)) {
            trial.wire.begin(Optional.empty());
            var watch = new ServiceWatch(trial.world, trial.clock);
            var ending = trial.toTheEnd(Duration.ZERO);
            assertThat(ending.result()).as(ending.sentence()).isEqualTo(RunResult.FINISHED);
            assertThat(AfterAll.faults(trial)).isEmpty();
            assertThat(watch.outages)
                    .hasSize(trialCase.servers())
                    .allSatisfy(
                            (server, count) -> assertThat(count).as(server).isEqualTo(trialCase.moveBack() ? 2 : 1));
            if (Boolean.getBoolean("understudy.write")) {
                Files.write(trialCase.golden(), trial.world.journal());
            }
            assertThat(trial.world.journal()).isEqualTo(Files.readAllLines(trialCase.golden()));
        }
    }
}
