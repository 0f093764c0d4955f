package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Targets;
import understudy.core.run.RunResult;
import understudy.emulated.world.Build;
import understudy.engine.ports.Observation;

/** What is seen, and done, at times that matter: in the middle of a setup, after a node's own restart, at the end. */
@Timeout(60)
class TimesOfATrialTest {
    private static final String STORE = "C:\\Program Files\\Microsoft\\Exchange Server\\bin\\store.exe";
    private static final TrialCase SERVICE_PACK = TrialCase.of("scc", 2, "scc-service-pack");

    @Test
    void versionsReadWhileAnInstallerRunsMeanNothing() throws Exception {
        for (TrialCase trialCase : List.of(SERVICE_PACK, TrialCase.of("scc", 2, "scc-rollup"))) {
            try (var trial = new Trial(trialCase)) {
                List<PatchState> seen = new ArrayList<>();
                var words = trialCase.isRollup() ? "NODEB: msiexec" : "NODEB: Setup.com /m:upgrade";
                trial.world.when(
                        words, () -> trial.clock.after(Duration.ofMinutes(9), () -> seen.add(stateOfB(trial))));
                assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
                assertThat(seen)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                PatchState.Unknown.class,
                                unknown -> assertThat(unknown.reason())
                                        .isEqualTo(
                                                trialCase.isRollup()
                                                        ? "An installer runs on NODEB: msiexec.exe."
                                                        : "An installer runs on NODEB: Setup.com."));
            }
        }
    }

    private static PatchState stateOfB(Trial trial) {
        return trial.driver().observe(Targets.none()) instanceof Observation.Seen(var snapshot)
                ? snapshot.node(new NodeId("NODEB")).orElseThrow().patch()
                : new PatchState.Patched();
    }

    @Test
    void aNodeThatIsBehindAtTheEndIsFoundAndPatchedAgain() throws Exception {
        try (var trial = new Trial(TrialCase.of("scc", 2, "scc-rollup"))) {
            var nodeB = trial.world.node("NODEB").orElseThrow();
            trial.world.when("cluster node \"NODEA\" /resume", () -> nodeB.write(STORE, new byte[0], Build.SP1));
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            Said.in(trial).says("G14");
            assertThat(trial.count("NODEB: msiexec")).isEqualTo(2);
            assertThat(nodeB.versionOf(STORE)).contains(Build.SP1_ROLLUP1);
        }
    }

    @Test
    void whatIsHeldStoppedIsStoppedAgainWhereTheNodeHasRestartedByItself() throws Exception {
        try (var trial = new Trial(SERVICE_PACK)) {
            var nodeB = trial.world.node("NODEB").orElseThrow();
            trial.world.when(
                    "NODEB: Start-Service RemoteRegistry",
                    () -> nodeB.services().stream()
                            .filter(service -> service.name().equals("MOM"))
                            .forEach(service -> service.run(true)));
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            assertThat(trial.count("NODEB: Stop-Service MOM")).isEqualTo(2);
            assertThat(AfterAll.faults(trial)).isEmpty();
        }
    }
}
