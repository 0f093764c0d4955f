package understudy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Runs the usual commands once in one JVM, so that the launcher can keep their classes in a cache (docs/adr/0002).
 *
 * <p>Not for users. The commands change a simulated cluster and a folder that is removed; what they print goes nowhere, and how they end does not
 * matter.
 */
public final class Training {
    private static final String INVENTORY = """
            format: 1
            clusters:
              training:
                platform: simulated
                scenario: scenario.yaml
            """;
    private static final String SCENARIO = """
            format: 1
            cluster: {platform: pacemaker}
            nodes:
              n1: {}
              n2: {}
              n3: {}
            groups:
              mail: {owners: [n1]}
            """;

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("understudy-training");
        Path inventory = folder.resolve("inventory.yaml");
        Path state = folder.resolve("state");
        try {
            Files.writeString(inventory, INVENTORY);
            Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
            commands(inventory.toString(), state.toString()).forEach(Training::run);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private static List<List<String>> commands(String inventory, String state) {
        return List.of(
                List.of("--version"),
                List.of("--help"),
                List.of("procedures", "list"),
                List.of("procedures", "--output", "json", "list"),
                List.of("procedures", "check", "no-such-file.yaml"),
                List.of("check", inventory, "training"),
                List.of("run", inventory, "training", "--yes", "--state", state),
                List.of("plan", inventory, "training", "--state", state),
                List.of("plan", inventory, "training", "--state", state, "--output", "json"),
                List.of("rehearse", inventory, "training", "--state", state),
                List.of("runs", "--state", state),
                List.of("explain", "NO-HOME"),
                List.of("demo", "--fast"));
    }

    private static void run(List<String> command) {
        String[] words = command.toArray(String[]::new);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine line = Main.commandLineFor(words).setOut(nowhere).setErr(nowhere);
        int _ = line.execute(words);
    }
}
