package understudy.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.cli.wiring.ExchangeLab;
import understudy.emulated.world.Build;

/** Catalogue P8 for Exchange 2007, from the command line to the report: one emulated server without a cluster. */
@Timeout(150)
@Tag("windows")
class AloneServerTest {
    @TempDir
    private Path folder;

    @Test
    void fromCheckToReportItIsPatchedInPlaceWithItsOutagePlanned() throws Exception {
        try (var server = EmulatedCluster.alone(folder, ExchangeLab.Way.SSH)) {
            var check = server.call("check");
            assertThat(check.exit()).as(check.toString()).isZero();
            var rehearsal = server.call("rehearse");
            assertThat(rehearsal.exit()).as(rehearsal.toString()).isZero();
            assertThat(server.world().journal()).isEmpty();
            var run = server.run("night");
            assertThat(run.exit()).as(run.toString()).isZero();
            assertThat(server.world().journal())
                    .isEqualTo(
                            Files.readAllLines(Path.of("../scenarios/exchange/stand-alone-service-pack-1-nodes.txt")));
            assertThat(server.world().mailboxServers().getFirst().version()).isEqualTo(Build.SP1);
            assertThat(server.world().mailboxServers().getFirst().isServed()).isTrue();
            assertThat(server.ofRun("report", "night").output()).contains("Planned: 1 outage;");
        }
    }
}
