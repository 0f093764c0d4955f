package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.cli.commands.ExitCode;

class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final Path SITES = Path.of("../docs/sites.md");
    private static final Path GUIDE = Path.of("../docs/your-own-cluster.md");

    @Test
    void itsTableOfExitCodesIsTheProgramsOwn() throws IOException {
        List<String> rows = Files.readAllLines(README).stream()
                .filter(line -> line.matches("\\| \\d \\| .*"))
                .toList();
        assertThat(rows)
                .isEqualTo(Arrays.stream(ExitCode.values()).map(ExitCode::row).toList());
    }

    @Test
    void whatItLinksToIsThere() throws IOException {
        List<String> links = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)")
                .matcher(Files.readString(README))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(links)
                .contains("docs/pictures/timeline.png")
                .allSatisfy(link -> assertThat(Path.of("..").resolve(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theCommandsThatItShowsExist(String line) {
        String[] words = line.replace("RUN", "run-1").split("\\s+");
        assertThatCode(() -> Main.commandLine().parseArgs(words)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCommandTellsItsUsage(List<String> command) {
        CommandRun run =
                CommandRun.of(java.util.stream.Stream.concat(command.stream(), java.util.stream.Stream.of("--help"))
                        .toList());
        assertThat(run.exit()).isZero();
        assertThat(run.output())
                .startsWith("Usage: understudy" + (command.isEmpty() ? "" : " " + String.join(" ", command)));
        assertThat(run.errors()).isEmpty();
    }

    static List<String> commands() throws IOException {
        return Stream.of(README, GUIDE, SITES)
                .flatMap(ReadmeTest::lines)
                .filter(line -> line.matches("(\\./)?understudy .*"))
                .map(line -> line.replaceFirst("^\\S+ ", "").replaceAll("\\s*#.*", ""))
                .toList();
    }

    private static Stream<String> lines(Path page) {
        try {
            return Files.readAllLines(page).stream().map(String::strip);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void theGuideForAClusterOfOnesOwnShowsCommandsAtAll() throws IOException {
        assertThat(commands()).contains("init root@n1.example.org", "run inventory.yaml NAME");
    }

    static List<List<String>> names() {
        var top = Main.commandLine().getSubcommands();
        var names = new java.util.ArrayList<List<String>>(List.of(List.of()));
        top.forEach((name, command) -> {
            names.add(List.of(name));
            command.getSubcommands().keySet().forEach(below -> names.add(List.of(name, below)));
        });
        return names;
    }
}
