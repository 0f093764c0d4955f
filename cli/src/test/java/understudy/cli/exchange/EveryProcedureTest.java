package understudy.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.cli.wiring.ExchangeLab.Way;

/**
 * Catalogue P2 to P8 from the command line to the report, over SSH and over WinRM: to the nodes of Exchange 2007, to the management host of
 * those before it. P1 has {@link ServicePackTest}.
 */
@Timeout(180)
@Tag("windows")
class EveryProcedureTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> proceduresAndWays() {
        return Arrays.stream(EveryProcedure.values())
                .filter(procedure -> procedure != EveryProcedure.SCC_SERVICE_PACK && !procedure.needsAPerson())
                .flatMap(procedure ->
                        Stream.of(Arguments.of(procedure, Way.SSH), Arguments.of(procedure, procedure.overWinRm())));
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("proceduresAndWays")
    void fromCheckToReportInTheOrderOfTheCatalogueWithTheOutagesThatWerePlanned(EveryProcedure procedure, Way way)
            throws Exception {
        try (var cluster = procedure.open(folder, way)) {
            var check = cluster.call("check");
            assertThat(check.exit()).as(check.toString()).isZero();
            var run = cluster.run("night");
            assertThat(run.exit()).as(run.toString()).isZero();
            assertDone(cluster, procedure);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource(names = {"SSH", "WINRM_HTTPS"})
    void theServicePackOf2003AsksForAnOperatorAtTheDoorAndWaitsForWhatThePersonDoes(Way way) throws Exception {
        try (var cluster = EveryProcedure.SERVICE_PACK_2003.open(folder, way)) {
            var first = cluster.run("night");
            assertThat(first.output() + first.errors())
                    .contains("The outage of EVS1 begins now and needs an operator in it. Are you ready?");
            assertThat(cluster.journal()).noneMatch(line -> line.contains("/off"));
            var approved = cluster.ofRun("approve", "night", "presence/stop:EVS1>NODEB/1");
            assertThat(approved.exit()).as(approved.toString()).isZero();
            var resumed = cluster.ofRun("resume", "night", "--yes");
            assertThat(resumed.exit()).as(resumed.toString()).isZero();
            assertDone(cluster, EveryProcedure.SERVICE_PACK_2003);
        }
    }

    private static void assertDone(Emulation cluster, EveryProcedure procedure) throws Exception {
        assertThat(cluster.journal()).isEqualTo(procedure.golden());
        var report = cluster.ofRun("report", "night").output();
        assertThat(report)
                .contains("FINISHED", "Planned: " + outages(procedure.outages()).replace('.', ';'));
        assertThat(procedure.measured()).as(report).anyMatch(count -> report.contains("measured: " + outages(count)));
        assertThat(cluster.faults()).isEmpty();
    }

    private static String outages(int count) {
        return count == 1 ? "1 outage." : count + " outages.";
    }
}
