package understudy.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The package as it is installed, used and purged on a Debian that has never seen it. */
@Tag("package")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CleanRootTest {
    private CleanRoot root = new CleanRoot(Path.of("never made"));
    private List<String> before = List.of();

    @BeforeAll
    void install(@TempDir Path folder) throws Exception {
        root = CleanRoot.in(folder.resolve("root"));
        before = root.files();
        Files.copy(Shell.deb(), root.folder().resolve("tmp/understudy.deb"));
        Shell installed = root.run("dpkg", "--install", "/tmp/understudy.deb");
        assertThat(installed.exit()).as(installed.output()).isZero();
    }

    @AfterAll
    void remove() throws Exception {
        root.remove();
    }

    @Test
    @Order(1)
    void theProgramTellsThePackagesVersion() throws Exception {
        String version = root.run("dpkg-query", "--show", "--showformat=${Version}", "understudy")
                .output();
        assertThat(root.run("understudy", "--version")).isEqualTo(new Shell(0, "understudy " + version + "\n"));
    }

    @Test
    @Order(1)
    void theInstallationHasPreparedAFastStart() {
        assertThat(root.folder().resolve("var/cache/understudy/start.aot")).isNotEmptyFile();
    }

    /**
     * A class from a jar costs far more than one from the cache, and nobody would notice until it is measured. picocli's, and what rests on them, are of a
     * format too old for the cache.
     */
    @Test
    @Order(1)
    void planLoadsItsClassesFromTheCacheAlsoWhereEarlierRunsAreRemembered() throws Exception {
        Files.writeString(root.folder().resolve("tmp/inventory.yaml"), """
                format: 1
                clusters: {small: {platform: simulated, scenario: scenario.yaml}}
                """);
        Files.writeString(root.folder().resolve("tmp/scenario.yaml"), """
                format: 1
                cluster: {platform: pacemaker}
                nodes: {n1: {}, n2: {}, n3: {}}
                groups: {mail: {owners: [n1]}}
                """);
        Shell run = root.run("understudy", "run", "/tmp/inventory.yaml", "small", "--yes", "--state", "/tmp/state");
        assertThat(run.exit()).as(run.output()).isZero();
        Shell plan = root.run(
                "env",
                "UNDERSTUDY_JAVA_OPTS=-Xlog:class+load:file=/tmp/classes.txt",
                "understudy",
                "plan",
                "/tmp/inventory.yaml",
                "small",
                "--state",
                "/tmp/state");
        assertThat(plan.exit()).as(plan.output()).isZero();
        List<String> loaded = Files.readAllLines(root.folder().resolve("tmp/classes.txt"));
        assertThat(loaded).filteredOn(line -> line.contains(" org.sqlite.")).isNotEmpty();
        assertThat(loaded)
                .filteredOn(
                        line -> line.matches(".* (understudy\\.(core|engine)|org\\.sqlite)\\..* source: (file|jar):.*"))
                .isEmpty();
    }

    @Test
    @Order(1)
    void theDemoRunsWithAJdkBesideIt() throws Exception {
        Shell demo = root.run("understudy", "demo");
        assertThat(demo.output()).contains("FINISHED: Every node is patched and verified.");
        assertThat(demo.exit()).isZero();
    }

    @Test
    @Order(1)
    void manShowsTheProgramAndItsCommands() throws Exception {
        assertThat(root.run("man", "understudy").output()).contains("NAME\n       understudy - Patches every node");
        assertThat(root.run("man", "understudy-run").output()).contains("NAME\n       understudy-run - ", "--metrics");
    }

    @Test
    @Order(1)
    void bashCompletesItWhenItIsFirstTyped() throws Exception {
        String load = ". /usr/share/bash-completion/bash_completion; _completion_loader understudy;";
        assertThat(root.run("bash", "-c", load + " complete -p understudy"))
                .isEqualTo(new Shell(0, "complete -o default -F _understudy_words understudy\n"));
    }

    @Test
    @Order(1)
    void zshCompletesIt() throws Exception {
        assertThat(root.run("zsh", "-c", "autoload -Uz compinit; compinit -u; print ${_comps[understudy]}"))
                .isEqualTo(new Shell(0, "_understudy\n"));
    }

    @Test
    @Order(2)
    void purgedItLeavesNothing() throws Exception {
        Shell purged = root.run("dpkg", "--purge", "understudy");
        assertThat(purged.exit()).as(purged.output()).isZero();
        assertThat(root.files()).isEqualTo(before);
    }
}
