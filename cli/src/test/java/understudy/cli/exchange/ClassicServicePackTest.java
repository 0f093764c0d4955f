package understudy.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.cli.CommandRun;
import understudy.cli.wiring.ClassicLab;
import understudy.emulated.classic.Administrator;
import understudy.emulated.classic.OldTiming;
import understudy.emulated.classic.OldWorld;
import understudy.emulated.lab.OldLab;

/** Catalogue P5 to P8 from the command line to the report, through the SSH server of an emulated management host. */
@Timeout(180)
@Tag("windows")
class ClassicServicePackTest {
    private static final double SPEED = 60;

    @TempDir
    private Path folder;

    private static OldTiming quick() {
        return new OldTiming(
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(6),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
    }

    private OldLab lab(String kind) throws IOException {
        var lab = OldLab.open(ClassicLab.world(kind, 2, quick(), SPEED), folder);
        Files.writeString(folder.resolve("inventory.yaml"), ClassicLab.inventory(lab));
        Files.writeString(folder.resolve("patch.yaml"), ClassicLab.patch(lab, kind));
        return lab;
    }

    private CommandRun call(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(
                command,
                folder.resolve("inventory.yaml").toString(),
                "mail",
                "--patch",
                folder.resolve("patch.yaml").toString()));
        words.addAll(List.of(more));
        return CommandRun.of(words);
    }

    private CommandRun ofRun(String command, String... more) {
        List<String> words = new ArrayList<>(
                List.of(command, "sp", "--state", folder.resolve("state").toString()));
        words.addAll(List.of(more));
        return CommandRun.of(words);
    }

    @ParameterizedTest
    @CsvSource({"2000, 2000-active-passive", "5.5, 5.5-service-pack", "standalone, 2000-stand-alone"})
    void fromCheckToReportWithOneOutageInTheOrderOfTheCatalogue(String kind, String golden) throws Exception {
        try (var lab = lab(kind)) {
            lab.world().installerAsksForRestart(kind.equals("2000"));
            var check = call("check");
            assertThat(check.exit()).as(check.toString()).isZero();
            var run = call(
                    "run",
                    "--yes",
                    "--run",
                    "sp",
                    "--state",
                    folder.resolve("state").toString());
            assertThat(run.exit()).as(run.toString()).isZero();
            assertThat(lab.world().journal()).isEqualTo(golden(golden));
            assertThat(ofRun("report").output())
                    .contains("Planned: 1 outage; measured: 1 outage.")
                    .contains("FINISHED");
        }
    }

    @Test
    void theServicePackOf2003AsksForAnOperatorAtTheDoorAndWaitsForWhatThePersonDoes() throws Exception {
        try (var lab = lab("2003")) {
            OldWorld world = lab.world();
            world.installerAsksForRestart(true);
            world.when("cluster group \"EVS1\" /moveto:NODEB", () -> operate(world));
            var first = call(
                    "run",
                    "--yes",
                    "--run",
                    "sp",
                    "--state",
                    folder.resolve("state").toString());
            assertThat(first.output() + first.errors())
                    .contains("The outage of EVS1 begins now and needs an operator in it. Are you ready?");
            assertThat(world.journal()).noneMatch(line -> line.contains("/off"));
            var approved = ofRun("approve", "presence/stop:EVS1>NODEB/1");
            assertThat(approved.exit()).as(approved.toString()).isZero();
            var resumed = ofRun("resume", "--yes");
            assertThat(resumed.exit()).as(resumed.toString()).isZero();
            assertThat(world.journal()).isEqualTo(golden("2003-service-pack-2-nodes"));
            assertThat(ofRun("report").output()).contains("measured: 3 outages.");
        }
    }

    /** A person at Cluster Administrator, who tries until Exchange lets them. */
    private static void operate(OldWorld world) {
        world.clock().start("operator", () -> {
            try {
                Optional<String> refused = Optional.of("not tried");
                while (refused.isPresent()) {
                    world.clock().pass(Duration.ofSeconds(30));
                    refused = new Administrator(world).upgrade("EVS1", "NODEB");
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static List<String> golden(String name) throws IOException {
        return Files.readAllLines(Path.of("../scenarios/exchange/classic-" + name + ".txt"));
    }
}
