package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code understudy run --metrics FILE}, over whole runs on simulated clusters; the format is the matter of other tests. */
class MetricsOptionTest {
    @TempDir
    private Path folder;

    private Path figures;
    private Path inventory;

    @BeforeEach
    void writeTheInventory() throws IOException {
        figures = folder.resolve("understudy.prom");
        inventory = folder.resolve("inventory.yaml");
        Files.writeString(folder.resolve("good.yaml"), scenario(""));
        Files.writeString(folder.resolve("bad.yaml"), scenario("""
                        patch: {changes: {component: {from: "1", to: "2"}}, wayBack: false}
                        faults:
                          - {fault: bad-package, node: n2, during: {verb: install, subject: n2}}
                        """));
        Files.writeString(inventory, """
                format: 1
                clusters:
                  good: {platform: simulated, scenario: good.yaml}
                  bad: {platform: simulated, scenario: bad.yaml}
                """);
    }

    @Test
    void aFinishedRunsFiguresAreThoseOfItsReport() throws IOException {
        CommandRun run = run("good");
        assertThat(run.exit()).isZero();
        String steps = String.valueOf(run.output()
                .lines()
                .filter(line -> line.matches(".* succeeded$"))
                .count());
        assertThat(figures)
                .content()
                .contains("understudy_run_state{cluster=\"good\",run=\"good\",state=\"finished\"} 1\n")
                .contains("understudy_run_state{cluster=\"good\",run=\"good\",state=\"running\"} 0\n")
                .containsPattern(
                        "understudy_run_outage_seconds\\{cluster=\"good\",run=\"good\",group=\"mail\"} \\d+(\\.\\d+)?\n")
                .contains("understudy_run_ledger_entries{cluster=\"good\",run=\"good\"} 0\n")
                .contains("understudy_run_steps_done{cluster=\"good\",run=\"good\"} " + steps + "\n")
                .contains("understudy_run_steps{cluster=\"good\",run=\"good\"} " + steps + "\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aRunThatStopsSaysSoAndWhatItStillHolds() {
        assertThat(run("bad").exit()).isEqualTo(4);
        assertThat(figures)
                .content()
                .contains("state=\"stopped\"} 1\n")
                .containsPattern("understudy_run_ledger_entries\\{[^}]*} [1-9]");
    }

    @Test
    void theNextRunTakesTheFileOver() {
        run("bad");
        assertThat(run("good").exit()).isZero();
        assertThat(figures).content().contains("run=\"good\"").doesNotContain("run=\"bad\"");
    }

    @Test
    void aFileOfAnotherKindStaysAndNothingBegins() throws IOException {
        Files.writeString(figures, "node_load1 0.2\n");
        CommandRun run = run("good");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.errors())
                .isEqualTo("The file " + figures
                        + " exists already and holds no figures of ours: name another one, or take it away.\n");
        assertThat(figures).hasContent("node_load1 0.2\n");
        assertThat(runs()).isEqualTo("No runs yet.\n");
    }

    @Test
    void aPlaceThatIsNotThereIsNamedBeforeAnythingBegins() {
        figures = folder.resolve("no/such/understudy.prom");
        CommandRun run = run("good");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.errors()).startsWith("The file ").endsWith("): name another place.\n");
        assertThat(runs()).isEqualTo("No runs yet.\n");
    }

    private static String scenario(String more) {
        return """
                format: 1
                cluster: {platform: pacemaker}
                nodes: {n1: {}, n2: {}, n3: {}}
                groups: {mail: {owners: [n1]}}
                """ + more;
    }

    private CommandRun run(String cluster) {
        List<String> words = new ArrayList<>(List.of("run", inventory.toString(), cluster, "--yes", "--run", cluster));
        words.addAll(List.of("--state", state(), "--metrics", figures.toString()));
        return CommandRun.of(words);
    }

    private String runs() {
        return CommandRun.of(List.of("runs", "--state", state())).output();
    }

    private String state() {
        return folder.resolve("state").toString();
    }
}
