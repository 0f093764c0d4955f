package understudy.driver.bigfix.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.core.model.Policy;
import understudy.core.run.RunResult;

/** Catalogue P11 with nothing in its way: the Fixlets in the catalogue's order, the group moved once, one outage. */
@Timeout(60)
class BigFixTrialTest {
    static List<TrialCase> all() throws IOException {
        return TrialCase.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void anUndisturbedRunIssuesWhatItsFileSays(TrialCase trialCase) throws Exception {
        try (var trial = new Trial(trialCase, Policy.standard())) {
            trial.wire.begin(Optional.empty());
            var ending = trial.toTheEnd(Duration.ZERO);
            assertThat(ending.result()).as(ending.sentence() + trial.failures()).isEqualTo(RunResult.FINISHED);
            List<String> log = new ArrayList<>(List.of("# Actions that were issued"));
            log.addAll(trial.issued);
            log.add("# What the nodes did");
            log.addAll(trial.world.journal());
            var file = TrialCase.FOLDER.resolve(trialCase.name() + ".txt");
            if (Boolean.getBoolean("understudy.write")) {
                Files.write(file, log);
            }
            assertThat(log).isEqualTo(Files.readAllLines(file));
            assertThat(AfterAll.faults(trial)).isEmpty();
        }
    }
}
