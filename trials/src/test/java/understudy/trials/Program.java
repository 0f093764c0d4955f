package understudy.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as a person calls it: each call is a process of its own, so that it can really be killed. */
final class Program {
    private final Path folder;
    private final List<RunningProgram> started = new ArrayList<>();

    /**
     * The program with nothing remembered.
     *
     * @param folder empty; holds its state and what it prints
     */
    Program(Path folder) {
        this.folder = folder;
    }

    /** The folder to name after {@code --state}. */
    String state() {
        return folder.resolve("state").toString();
    }

    /** Calls it and waits for its end. */
    Ended call(String... words) {
        return start(words).end();
    }

    /** Starts it and comes back at once. */
    RunningProgram start(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "understudy.cli.Main"));
        command.addAll(List.of(words));
        Path out = folder.resolve(started.size() + ".out");
        Path err = folder.resolve(started.size() + ".err");
        try {
            Files.createFile(out);
            Process process = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            RunningProgram running = new RunningProgram(String.join(" ", words), process, out, err);
            started.add(running);
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what a failed trial has left running. */
    void killAll() {
        started.forEach(RunningProgram::kill);
    }

    /** How a call ended. */
    record Ended(int code, String out, String err) {
        /** All that a person saw. */
        String text() {
            return "exit code " + code + "\n" + out + "\n" + err;
        }
    }
}
