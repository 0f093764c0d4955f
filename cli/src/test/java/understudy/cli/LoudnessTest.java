package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --quiet} and {@code --verbose}. */
class LoudnessTest {
    @TempDir
    private Path folder;

    private Path inventory;

    @BeforeEach
    void writeTheInventory() throws IOException {
        inventory = folder.resolve("inventory.yaml");
        Files.writeString(folder.resolve("good.yaml"), """
                format: 1
                cluster: {platform: pacemaker}
                nodes: {n1: {}, n2: {}, n3: {}}
                groups: {mail: {owners: [n1]}}
                """);
        Files.writeString(inventory, "format: 1\nclusters:\n  good: {platform: simulated, scenario: good.yaml}\n");
    }

    @Test
    void quietTellsTheReportAlone() {
        CommandRun run = run("quiet", "--quiet");
        assertThat(run.exit()).isZero();
        assertThat(run.output())
                .startsWith("Run quiet on cluster good")
                .doesNotContain("Plan for cluster", "install:n1 ...");
        assertThat(run.output())
                .isEqualTo(CommandRun.of(List.of("report", "quiet", "--state", state()))
                        .output());
        assertThat(rehearsal("--quiet").output()).startsWith("Run rehearsal on cluster good");
        assertThat(CommandRun.of(List.of("demo", "--fast", "--quiet")).output()).startsWith("Run demo on cluster demo");
    }

    @Test
    void quietStillTellsErrors() {
        CommandRun run = CommandRun.of(List.of("run", inventory.toString(), "other", "--yes", "--quiet"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("other");
    }

    @Test
    void verboseTellsLooksAsWell() {
        assertThat(run("usual").output()).contains("install:n1 ...").doesNotContain("Looked:");
        assertThat(run("verbose", "--verbose").output())
                .contains("install:n1 ...")
                .containsPattern(
                        "\\d\\d:\\d\\d:\\d\\d  Looked: n1 member, n2 member( drained)?, n3 member( drained)?; mail online on n1")
                .contains("Run verbose on cluster good");
        assertThat(rehearsal("-v").output()).contains("Looked: n1 member");
    }

    @Test
    void oneCannotAskForBoth() {
        CommandRun run = run("both", "--quiet", "--verbose");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.errors()).contains("mutually exclusive");
    }

    private CommandRun rehearsal(String option) {
        return CommandRun.of(List.of("rehearse", inventory.toString(), "good", option));
    }

    private CommandRun run(String name, String... options) {
        List<String> words = new ArrayList<>(List.of("run", inventory.toString(), "good", "--yes", "--run", name));
        words.addAll(List.of("--state", state()));
        words.addAll(Arrays.asList(options));
        return CommandRun.of(words);
    }

    private String state() {
        return folder.resolve("state").toString();
    }
}
