package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of {@code scenarios/broken} is a command line with its broken files, and the sentence that it is answered with. */
class BrokenInputTest {
    private static final Path CASES =
            Path.of("../scenarios/broken").toAbsolutePath().normalize();

    @ParameterizedTest
    @MethodSource("cases")
    void isAnsweredByItsSentenceAndExitCodeTwo(String name) throws IOException {
        Path folder = CASES.resolve(name);
        List<String> arguments = Files.readAllLines(folder.resolve("command")).stream()
                .map(word -> word.replace("{folder}", folder.toString()))
                .toList();

        CommandRun run = CommandRun.of(arguments);

        assertThat(run.errors().replace(folder.toString(), "{folder}"))
                .isEqualTo(Files.readString(folder.resolve("expected")));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
    }

    @Test
    void thereAreAtLeastFortyOfThem() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(40);
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
