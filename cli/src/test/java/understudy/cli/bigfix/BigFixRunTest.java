package understudy.cli.bigfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.cli.CommandRun;
import understudy.cli.Main;
import understudy.cli.wiring.BigFixLab;
import understudy.cli.wiring.BigFixLab.Kind;
import understudy.emulated.bigfix.PatchContent;
import understudy.emulated.world.Timing;

/** Catalogue P11 as a user has it: the program, an inventory, a patch, an emulated BigFix server over TLS. */
@Timeout(200)
@Tag("windows")
class BigFixRunTest {
    private static final double SPEED = 60;

    @TempDir
    private Path folder;

    static Timing timing() {
        return new Timing(
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(6),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(2));
    }

    private BigFixLab lab(Kind kind) throws IOException {
        return BigFixLab.open(kind, timing(), SPEED, folder);
    }

    private CommandRun call(String... words) {
        List<String> all = new ArrayList<>();
        for (String word : words) {
            all.add(word.replace("INVENTORY", folder.resolve("inventory.yaml").toString())
                    .replace("PATCH", folder.resolve("patch.yaml").toString())
                    .replace("STATE", folder.resolve("state").toString()));
        }
        return CommandRun.of(all);
    }

    private CommandRun prepared() {
        return call("bigfix", "prepare", "INVENTORY", "night", "--yes");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FILES_2003", "EXCHANGE"})
    void preparedCheckedPlannedRunAndReported(Kind kind) throws Exception {
        try (var lab = lab(kind)) {
            var missing = call("bigfix", "prepare", "INVENTORY", "night");
            assertThat(missing.exit()).isEqualTo(3);
            assertThat(missing.output()).contains("missing: Server Automation/110 (cluster-control) on NODEA");
            assertThat(prepared().exit()).isZero();
            assertThat(call("check", "INVENTORY", "night", "--patch", "PATCH").output())
                    .contains("will end in Pending Restart", "Cluster night is ready.");
            assertThat(call("plan", "INVENTORY", "night", "--patch", "PATCH").exit())
                    .isZero();
            var run = call(
                    "run", "INVENTORY", "night", "--patch", "PATCH", "--yes", "--run", "night", "--state", "STATE");
            assertThat(run.exit()).as(run.toString()).isZero();
            var group = kind == Kind.EXCHANGE ? "move mailbox server EXCLUS1" : "move FILES";
            assertThat(lab.world().journal().stream().filter(line -> line.contains(group)))
                    .hasSize(1);
            assertThat(lab.world().journal()).contains("NODEA: install KB958644", "NODEB: install KB958644");
            assertThat(lab.world().nodes()).noneMatch(lab.world()::isPaused);
            assertThat(call("report", "night", "--state", "STATE").output()).contains("Planned: 1 outage");
            assertThat(call("audit", "show", "night", "--state", "STATE").output())
                    .contains("/api/actions")
                    .doesNotContain(Files.readString(folder.resolve("password")).strip());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NODEB: install", "NODEA: move FILES"})
    void killedAndResumedNothingIsDoneTwice(String moment) throws Exception {
        try (var lab = lab(Kind.FILES_2008)) {
            assertThat(prepared().exit()).isZero();
            var process = startRun();
            lab.world().when(moment, process::destroyForcibly);
            process.waitFor();
            var resumed = call("resume", "night", "--yes", "--state", "STATE");
            assertThat(resumed.exit()).as(resumed.toString()).isZero();
            for (String node : List.of("NODEA", "NODEB")) {
                for (String once : List.of(": pause", ": install KB958644", ": restart", ": resume")) {
                    assertThat(lab.world().journal().stream().filter((node + once)::equals))
                            .as(node + once)
                            .hasSize(1);
                }
            }
            assertThat(lab.world().journal().stream().filter(line -> line.contains("move FILES")))
                    .hasSize(1);
        }
    }

    private Process startRun() throws IOException {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                folder.resolve("inventory.yaml").toString(),
                "night",
                "--patch",
                folder.resolve("patch.yaml").toString(),
                "--yes",
                "--run",
                "night",
                "--state",
                folder.resolve("state").toString()));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed-run.log").toFile())
                .start();
    }

    @Test
    void aServicePackAndAProcedureThatStopsAMailboxServerAreRefused() throws Exception {
        try (var lab = lab(Kind.EXCHANGE)) {
            assertThat(lab.port()).isPositive();
            var text = Files.readString(folder.resolve("patch.yaml"));
            Files.writeString(
                    folder.resolve("patch.yaml"),
                    text.replace(
                            Integer.toString(PatchContent.WITH_RESTART), Integer.toString(PatchContent.SERVICE_PACK)));
            var plan = call("plan", "INVENTORY", "night", "--patch", "PATCH");
            assertThat(plan.exit()).isEqualTo(3);
            assertThat(plan.output()).contains("is a service pack of Exchange, which is refused through BigFix");
            var procedure = call(
                    "plan", "INVENTORY", "night", "--patch", "PATCH", "--procedure", "exchange-2007/scc-service-pack");
            assertThat(procedure.exit()).isEqualTo(3);
            assertThat(procedure.errors())
                    .contains("a service pack stops and upgrades a mailbox server, and BigFix only moves one");
        }
    }

    @Test
    void aPlanIsWrittenForServerAutomationAndSaysWhatItCannotHold() throws Exception {
        try (var lab = lab(Kind.FILES_2003)) {
            assertThat(lab.port()).isPositive();
            assertThat(prepared().exit()).isZero();
            var exported = call("export", "bigfix", "INVENTORY", "night", "--patch", "PATCH");
            assertThat(exported.output())
                    .contains("<sa-rest", "fixlet-id=\"112\"", "fixlet-id=\"111\"", "fixlet-id=\"806701\"");
            assertThat(exported.errors()).contains("Guards: ", "name no destination");
        }
    }
}
