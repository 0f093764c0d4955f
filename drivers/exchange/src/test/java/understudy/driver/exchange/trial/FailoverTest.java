package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cluster fails over by itself before and after every step; the run goes forward to a patched, served end, once resumed where it has
 * stopped in a sentence, and no node ever gets a server that is newer than its binaries.
 */
class FailoverTest {
    private static final long SEED = 20_070_831;
    private static final int SAMPLE = 12;

    static List<TrialCase> all() throws IOException {
        return TrialCase.disturbed().stream().filter(one -> !one.isAlone()).toList();
    }

    @Timeout(120)
    @ParameterizedTest
    @MethodSource("all")
    void theClusterFailsOverAtSeededStepsAndNoOldNodeGetsANewerServer(TrialCase trialCase) throws Exception {
        var drawn = new ArrayList<>(Failover.all(trialCase));
        Collections.shuffle(drawn, new Random(SEED));
        assertThat(wrong(trialCase, drawn.subList(0, SAMPLE)))
                .as("seed " + SEED)
                .isEmpty();
    }

    @Timeout(120)
    @Test
    void failoversThatOnceFoundAFaultAreMadeEachTime() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (var found : FoundFaults.read("failovers-that-found-faults.txt").entrySet()) {
            var trialCase = TrialCase.named(found.getKey());
            wrong.addAll(
                    wrong(trialCase, FoundFaults.meant(Failover.all(trialCase), Failover::toString, found.getValue())));
        }
        assertThat(wrong).isEmpty();
    }

    @Tag("long")
    @Timeout(600)
    @ParameterizedTest
    @MethodSource("all")
    void theClusterFailsOverAtEveryStepAndNoOldNodeGetsANewerServer(TrialCase trialCase) throws Exception {
        var failovers = Failover.all(trialCase);
        System.out.println(trialCase + ": " + failovers.size() + " failovers");
        assertThat(wrong(trialCase, failovers)).isEmpty();
    }

    private static List<String> wrong(TrialCase trialCase, List<Failover> failovers) throws Exception {
        return SideBySide.each(failovers.size(), at -> wrong(trialCase, failovers.get(at))).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> wrong(TrialCase trialCase, Failover failover) {
        List<String> wrong = new ArrayList<>();
        try (var trial = new Trial(trialCase)) {
            failover.in(trial);
            trial.toTheEnd(Duration.ZERO);
            // A failover after the last step is not the run's to wait for.
            trial.clock.pass(Duration.ofMinutes(5));
            wrong.addAll(AfterAll.faultsBesideMoves(trial));
            wrong.addAll(WhileStopped.faults(trial));
        } catch (Exception | AssertionError broken) {
            wrong.add(broken.toString());
        }
        return wrong.stream().map(fault -> failover + ": " + fault).toList();
    }
}
