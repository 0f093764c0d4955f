package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plan of each scenario, as an operator reads it, lies beside the scenarios and changes only on purpose. To write the files anew:
 * {@code ./build -pl cli -am verify -Dtest=GoldenPlansTest -Dsurefire.failIfNoSpecifiedTests=false -Dunderstudy.write=true}.
 */
class GoldenPlansTest {
    private static final Path SCENARIOS =
            Path.of("../scenarios").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("scenarios")
    void thePlanIsTheOneThatIsKept(String name) throws IOException {
        Path inventory = folder.resolve("inventory.yaml");
        Files.writeString(inventory, """
                format: 1
                clusters:
                  simulated:
                    platform: simulated
                    scenario: %s
                """.formatted(SCENARIOS.resolve(name + ".yaml")));

        CommandRun run = CommandRun.of(List.of("plan", inventory.toString(), "simulated"));

        String page = "exit " + run.exit() + "\n" + run.output() + run.errors();
        Path kept = SCENARIOS.resolve("plans").resolve(name + ".txt");
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(kept, page);
        }
        assertThat(page).isEqualTo(Files.readString(kept));
    }

    static List<String> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }
}
