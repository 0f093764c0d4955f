package understudy.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.cli.Main;

/** Manual pages and completion, as the package installs them. */
@Tag("package")
@TestInstance(Lifecycle.PER_CLASS)
class CompanionsTest {
    private Path root = Path.of("/");

    @BeforeAll
    void unpack(@TempDir Path folder) throws Exception {
        root = folder;
        Shell.run("dpkg-deb", "--extract", Shell.deb().toString(), root.toString());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thereIsAPageThatManSetsWithoutAComplaint(String name) throws Exception {
        Path page = root.resolve("usr/share/man/man1/" + name + ".1.gz");
        Shell shown = Shell.run(
                Map.of("LC_ALL", "C.UTF-8", "MANWIDTH", "80"), "man", "--warnings=w", "--local-file", page.toString());
        assertThat(shown.exit()).isZero();
        assertThat(shown.output())
                .contains("NAME\n", "SYNOPSIS\n", name + " - ")
                .doesNotContain("warning", "::", "// tag", "\u001b");
    }

    @Test
    void bashFindsItsCompletionUnderTheCommandsName() throws Exception {
        Shell shell = Shell.run(
                "bash",
                "-c",
                "source " + root + "/usr/share/bash-completion/completions/understudy && complete -p understudy");
        assertThat(shell).isEqualTo(new Shell(0, "complete -o default -F _understudy_words understudy\n"));
    }

    static List<String> pages() {
        return Stream.concat(
                        Stream.of("understudy"),
                        Main.commandLine().getSubcommands().keySet().stream().map(name -> "understudy-" + name))
                .toList();
    }
}
