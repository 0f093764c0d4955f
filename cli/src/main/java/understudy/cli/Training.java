package understudy.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import picocli.CommandLine;

/**
 * Runs the usual commands once in one JVM, so that the launcher can keep their classes in a cache (docs/adr/0002).
 *
 * <p>Not for users. The commands change nothing; what they print goes nowhere, and how they end does not matter.
 */
public final class Training {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("procedures", "list"),
            List.of("procedures", "--output", "json", "list"),
            List.of("procedures", "check", "no-such-file.yaml"),
            List.of("demo", "--fast"));

    private Training() {}

    public static void main(String[] arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (List<String> command : COMMANDS) {
            CommandLine line = Main.commandLine().setOut(nowhere).setErr(nowhere);
            int _ = line.execute(command.toArray(String[]::new));
        }
    }
}
