package understudy.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.emulated.world.Power;
import understudy.emulated.world.Service;
import understudy.emulated.world.WindowsNode;

/** Catalogue P1 when something comes between: we are killed, a line is cut, a node is lost, setup refuses. */
@Timeout(150)
@Tag("windows")
class InterruptedServicePackTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NODEB: Setup.com /m:upgrade",
                "NODEB: shutdown -r",
                "Stop-ClusteredMailboxServer",
                "NODEB: Setup.com /upgradecms"
            })
    void killedAndResumedNothingIsInstalledTwice(String moment) throws Exception {
        try (var cluster = EmulatedCluster.of(2, folder)) {
            var process = cluster.startRun("sp");
            cluster.world().when(moment, process::destroyForcibly);
            process.waitFor();
            assertThat(cluster.count(moment))
                    .as("killed by that, not ended before")
                    .isEqualTo(1);
            var resumed = cluster.ofRun("resume", "sp", "--yes");
            assertThat(resumed.exit()).as(resumed.toString()).isZero();
            assertThat(cluster.faults()).isEmpty();
        }
    }

    @Test
    void aLineThatIsCutWhileSetupRunsDoesNotMatter() throws Exception {
        try (var cluster = EmulatedCluster.of(2, folder)) {
            for (String moment : List.of("NODEB: Setup.com /m:upgrade", "Move-ClusteredMailboxServer", "/upgradecms")) {
                cluster.world().when(moment, () -> cluster.lab().door("NODEB").cut());
            }
            var run = cluster.run("sp");
            assertThat(run.exit()).as(run.toString()).isZero();
            assertThat(cluster.faults()).isEmpty();
        }
    }

    @Test
    void afterAFailoverToNewerBinariesTheServerIsUpgradedWhereItIs() throws Exception {
        try (var cluster = EmulatedCluster.of(2, folder)) {
            var power = new Power(cluster.world());
            WindowsNode owner = cluster.world().node("NODEA").orElseThrow();
            cluster.world().when("cluster node \"NODEB\" /resume", () -> lose(cluster, power, owner));
            var run = cluster.run("sp");
            if (run.exit() != 0) {
                run = cluster.ofRun("resume", "sp", "--yes");
            }
            assertThat(run.exit()).as(run.toString()).isZero();
            assertThat(cluster.count("Move-ClusteredMailboxServer")).isZero();
            assertThat(cluster.faults()).isEmpty();
        }
    }

    private static void lose(EmulatedCluster cluster, Power power, WindowsNode node) {
        Thread.ofVirtual().start(() -> {
            power.off(node);
            try {
                cluster.world().clock().pass(Duration.ofMinutes(2));
            } catch (InterruptedException ended) {
                return;
            }
            power.on(node);
        });
    }

    @Test
    void aSetupThatRefusesEndsTheRunWithItsReasonAndNoOutage() throws Exception {
        try (var cluster = EmulatedCluster.of(2, folder).withoutRetries()) {
            Service logs = cluster.world()
                    .node("NODEB")
                    .orElseThrow()
                    .service("SysmonLog")
                    .orElseThrow();
            // What was started again before that would be stopped again: it opens its files in the moment in which
            // setup begins.
            cluster.world().when("NODEB: Setup.com /m:upgrade", () -> logs.run(true));
            var run = cluster.run("sp");
            assertThat(run.exit()).isNotZero();
            assertThat(run.output() + run.errors())
                    .contains(
                            "Setup /m:upgrade on NODEB ended in an error: The service SysmonLog holds performance counters open.");
            assertThat(cluster.count("Stop-ClusteredMailboxServer")).isZero();
        }
    }

    @Test
    void aMediumThatIsMissingIsFoundBeforeAnythingMoves() throws IOException {
        try (var cluster = EmulatedCluster.of(2, folder)) {
            cluster.world().node("NODEB").orElseThrow().delete("C:\\Media\\E2K7SP1\\Setup.com");
            var check = cluster.call("check");
            assertThat(check.exit()).isNotZero();
            assertThat(check.output())
                    .contains("On NODEB the file C:\\Media\\E2K7SP1\\Setup.com of the medium is missing.");
            assertThat(cluster.world().journal()).isEmpty();
        }
    }
}
