package understudy.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import understudy.cli.wiring.ExchangeLab;
import understudy.emulated.world.Build;

/** Catalogue P2 and P4 from the command line to the report, over SSH and over WinRM, on two emulated nodes that replicate. */
@Timeout(150)
@Tag("windows")
class ReplicatedClusterTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SSH", "WINRM_HTTPS"})
    void theServicePackHasOneOutageAndTheOrderOfTheCatalogue(ExchangeLab.Way way) throws Exception {
        try (var cluster = EmulatedCluster.replicated(Build.RTM, folder, way)) {
            assertOneOutage(cluster, "ccr-service-pack-2-nodes.txt");
            assertThat(cluster.world().mailboxServers().getFirst().version()).isEqualTo(Build.SP1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SSH", "WINRM_HTTP"})
    void theMoveIsTheWholeOutageOfARollup(ExchangeLab.Way way) throws Exception {
        try (var cluster = EmulatedCluster.replicated(Build.SP1, folder, way)) {
            assertOneOutage(cluster, "ccr-rollup-2-nodes.txt");
            assertThat(cluster.world().mailboxServers().getFirst().isServed()).isTrue();
        }
    }

    private static void assertOneOutage(EmulatedCluster cluster, String golden) throws IOException {
        var check = cluster.call("check");
        assertThat(check.exit()).as(check.toString()).isZero();
        var run = cluster.run("night");
        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(cluster.world().journal())
                .isEqualTo(Files.readAllLines(Path.of("../scenarios/exchange").resolve(golden)));
        assertThat(cluster.ofRun("report", "night").output()).contains("Planned: 1 outage; measured: 1 outage.");
    }
}
