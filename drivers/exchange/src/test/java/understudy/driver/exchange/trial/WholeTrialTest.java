package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
                    .allSatisfy((server, count) -> assertThat(count).as(server).isEqualTo(trialCase.outages()));
            if (Boolean.getBoolean("understudy.write")) {
                Files.write(trialCase.golden(), trial.world.journal());
            }
            assertThat(trial.world.journal()).isEqualTo(Files.readAllLines(trialCase.golden()));
        }
    }

    @Test
    void whatTheTableOfTheRulesQuotesIsSaid() throws Exception {
        var servicePack = said("scc-service-pack-2-nodes");
        servicePack.says("G4", "G14", "P1.10");
        assertThat(servicePack.words())
                .contains(
                        "Back up every database again now: what was backed up before cannot be restored over a service pack.");
        said("scc-service-pack-2-nodes-move-back").says("G15", "P1.11");
        said("scc-service-pack-3-nodes").says("G2");
        said("scc-service-pack-3-nodes-after-first-node").says("P1.a");
        said("scc-rollup-2-nodes").says("P2.3", "P2.5", "P2.6", "P3");
        said("ccr-service-pack-2-nodes").says("P4.4", "P4.5", "P4.6", "P4.7", "P4.8", "P4.10");
    }

    private static Said said(String name) throws Exception {
        var trialCase = TrialCase.all().stream()
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow();
        try (var trial = new Trial(trialCase)) {
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            return Said.in(trial);
        }
    }
}
