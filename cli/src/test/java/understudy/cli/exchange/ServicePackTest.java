package understudy.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.cli.wiring.ExchangeLab;

/** Catalogue P1 from the command line to the report, over SSH and over WinRM, on emulated Windows nodes. */
@Timeout(120)
class ServicePackTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void everyNodeGetsTheServicePackWithOneOutageInTheOrderOfTheCatalogue(int nodes) throws Exception {
        try (var cluster = EmulatedCluster.of(nodes, folder)) {
            var check = cluster.call("check");
            assertThat(check.exit()).as(check.toString()).isZero();
            assertThat(cluster.call("plan").output()).contains("outages planned: weight 1, at least 1 in any plan");
            var run = cluster.run("sp");
            assertThat(run.exit()).as(run.toString()).isZero();
            assertThat(cluster.world().journal()).isEqualTo(golden(nodes));
            assertThat(cluster.ofRun("report", "sp").output())
                    .contains("Planned: 1 outage; measured: 1 outage.")
                    .contains("FINISHED");
            assertThat(cluster.faults()).isEmpty();
        }
    }

    @Tag("windows")
    @ParameterizedTest
    @EnumSource(names = {"WINRM_HTTP", "WINRM_HTTPS"})
    void overWinRmTheSameIsDoneInTheSameOrder(ExchangeLab.Way way) throws Exception {
        try (var cluster = EmulatedCluster.of(2, folder, way)) {
            var check = cluster.call("check");
            assertThat(check.exit()).as(check.toString()).isZero();
            var run = cluster.run("sp");
            assertThat(run.exit()).as(run.toString()).isZero();
            assertThat(cluster.world().journal()).isEqualTo(golden(2));
            assertThat(cluster.ofRun("report", "sp").output()).contains("Planned: 1 outage; measured: 1 outage.");
            assertThat(cluster.faults()).isEmpty();
        }
    }

    /** What is asked of the nodes that changes something, one command a line. */
    private List<String> golden(int nodes) throws IOException {
        return Files.readAllLines(Path.of("../scenarios/exchange/scc-service-pack-" + nodes + "-nodes.txt"));
    }
}
