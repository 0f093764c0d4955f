package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.core.run.RunResult;

/** Each procedure for Exchange before 2007 with nothing in its way; what it asks of the nodes is written with {@code -Dunderstudy.write=true}. */
@Timeout(120)
class ClassicTrialTest {
    static List<ClassicCase> all() throws IOException {
        return ClassicCase.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void anUndisturbedRunAsksWhatItsFileSaysInTheOrderOfTheCatalogueWithAsManyOutagesAsPlanned(ClassicCase trialCase)
            throws Exception {
        try (var trial = new ClassicTrial(trialCase)) {
            trial.wire.begin(Optional.empty());
            var ending = trial.toTheEnd(Duration.ZERO);
            assertThat(ending.result())
                    .as(ending.sentence() + "\n" + String.join("\n", trial.world.journal()))
                    .isEqualTo(RunResult.FINISHED);
            assertThat(trial.endings).hasSize(1);
            if (Boolean.getBoolean("understudy.write")) {
                Files.write(trialCase.golden(), trial.world.journal());
            }
            assertThat(trial.world.journal()).isEqualTo(Files.readAllLines(trialCase.golden()));
            assertThat(ClassicAfter.faults(trial)).isEmpty();
            assertThat(trial.plannedOutages()).isEqualTo(trialCase.outages());
            if (trialCase.servers() > 0) {
                assertThat(trial.outages()).isEqualTo(trialCase.outages());
            }
            assertThat(trial.operator.refusals).isEmpty();
        }
    }
}
