package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.run.RunResult;
import understudy.emulated.world.ClusterSettings;
import understudy.emulated.world.Refused;

/** What users of other tools complain about, where no other test plays it: docs/complaints.md names them by their numbers. */
@Timeout(60)
class ComplaintsTest {
    private static final String PAUSE = "cluster node \"NODEB\" /pause";

    /** Number 23. */
    @Test
    void aPauseThatDoesNotHoldIsSeenBeforeAnythingIsInstalled() throws Exception {
        try (var trial = new Trial(TrialCase.of("scc", 2, "scc-service-pack"))) {
            trial.world.when(PAUSE, () -> trial.clock.after(Duration.ofSeconds(1), () -> open(trial)));

            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);

            List<String> done = trial.world.journal();
            assertThat(trial.count(PAUSE)).isEqualTo(2);
            assertThat(done.lastIndexOf(PAUSE)).isLessThan(done.indexOf("NODEB: Setup.com /m:upgrade"));
            assertThat(trial.world.violations()).isEmpty();
        }
    }

    private static void open(Trial trial) {
        try {
            new ClusterSettings(trial.world).pause("NODEB", false);
        } catch (Refused refused) {
            throw new AssertionError(refused);
        }
    }

    /** Number 25. */
    @Test
    void aQueueThatDoesNotEmptyEndsInItsSentenceAtTheDeadlineAndNothingHasMoved() throws Exception {
        try (var trial = new Trial(TrialCase.of("ccr", 2, "ccr-rollup"))) {
            var copies = trial.world.mailboxServers().getFirst().copies().orElseThrow();
            trial.world.when("cluster node \"NODEB\" /resume", () -> copies.fallBehind(1_000_000));

            var ending = trial.open();

            assertThat(ending.result()).isNotEqualTo(RunResult.FINISHED);
            assertThat(ending.sentence()).contains("logs still to be copied");
            assertThat(trial.count("Move-ClusteredMailboxServer")).isZero();
            assertThat(WhileStopped.faults(trial)).isEmpty();

            copies.fallBehind(0);
            assertThat(trial.resume().result()).isEqualTo(RunResult.FINISHED);
            assertThat(AfterAll.faults(trial)).isEmpty();
        }
    }
}
