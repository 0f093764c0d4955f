package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code understudy report RUN --html FILE}. */
class ReportFileTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void patchASimulatedCluster() throws IOException {
        Files.writeString(folder.resolve("good.yaml"), """
                format: 1
                cluster: {platform: pacemaker}
                nodes: {n1: {}, n2: {}, n3: {}}
                groups: {mail: {owners: [n1]}}
                """);
        Path inventory = folder.resolve("inventory.yaml");
        Files.writeString(inventory, "format: 1\nclusters:\n  good: {platform: simulated, scenario: good.yaml}\n");
        assertThat(CommandRun.of(List.of(
                                "run", inventory.toString(), "good", "--yes", "--run", "good", "--state", state()))
                        .exit())
                .isZero();
    }

    @Test
    void theReportIsPrintedAndWrittenAsAPage() throws IOException {
        Path page = folder.resolve("night.html");
        CommandRun report = report(page);
        assertThat(report.exit()).isZero();
        assertThat(report.output()).startsWith("Run good on cluster good").endsWith("\nAs a page: " + page + "\n");
        assertThat(Files.readString(page)).startsWith("<!doctype html>").contains("<h1>good is patched</h1>");
    }

    @Test
    void anOlderReportIsReplacedAndNothingElseIsLeftBesideIt() throws IOException {
        Path page = folder.resolve("night.html");
        report(page);
        String first = Files.readString(page);
        Files.writeString(page, first + "<!-- read and annotated -->");
        assertThat(report(page).exit()).isZero();
        assertThat(Files.readString(page)).isEqualTo(first);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFileThatIsNoReportStaysAsItIs() throws IOException {
        Path other = folder.resolve("precious.txt");
        Files.writeString(other, "precious");
        CommandRun report = report(other);
        assertThat(report.exit()).isEqualTo(2);
        assertThat(report.errors())
                .isEqualTo("The file " + other
                        + " exists already and is no report of ours: name another one, or take it away.\n");
        assertThat(other).hasContent("precious");
    }

    @Test
    void aPlaceThatIsNotThereIsNamed() {
        CommandRun report = report(folder.resolve("no/such/night.html"));
        assertThat(report.exit()).isEqualTo(2);
        assertThat(report.errors()).startsWith("The file ").endsWith("): name another place.\n");
    }

    private CommandRun report(Path page) {
        return CommandRun.of(List.of("report", "good", "--state", state(), "--html", page.toString()));
    }

    private String state() {
        return folder.resolve("state").toString();
    }
}
