package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

    @Test
    void whatTheTableOfTheRulesQuotesIsSaid() throws Exception {
        said("2003-service-pack-2-nodes").says("P5.3", "P5.7", "P5.11");
        said("2003-service-pack-3-nodes").says("P5.12");
        said("2000-active-passive").says("P6.2");
        said("2000-active-active").says("P6.1");
        said("5.5-service-pack").says("P7.1");
        said("5.5-fix").says("P7.4");
        said("2000-stand-alone").says("P8.1");
    }

    private static Said said(String name) throws Exception {
        try (var trial = new ClassicTrial(ClassicCase.named(name))) {
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            return Said.in(trial);
        }
    }
}
