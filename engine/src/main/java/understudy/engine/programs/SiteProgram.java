package understudy.engine.programs;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of the site, run once and ended with all that it has started when its time is up: it may neither read what it is told nor end
 * what it writes, and cannot hang us.
 */
public final class SiteProgram {
    /** So many characters of what a program says are kept. */
    public static final int MOST = Said.MOST;

    private static final ProcessBuilder.Redirect NOTHING_TO_READ = ProcessBuilder.Redirect.from(
            new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null"));

    /** What it has started may hold its output open after its end; nobody waits longer for that. */
    private static final Duration TO_DIE = Duration.ofSeconds(2);

    private final List<String> words;
    private final Duration deadline;

    /** What of a program's output is kept. */
    public enum Kept {
        NOTHING,
        OUTPUT,
        OUTPUT_AND_ERRORS
    }

    /** How it went. */
    public sealed interface Ran {
        /** What it said is kept from its beginning, up to {@link Said#MOST} characters. */
        record Ended(int exit, String said) implements Ran {}

        /** It was ended by us. */
        record Late() implements Ran {}

        record Unstarted(String reason) implements Ran {}
    }

    /** A program and its arguments; no shell is between. */
    public SiteProgram(List<String> words, Duration deadline) {
        this.words = List.copyOf(words);
        this.deadline = deadline;
    }

    /** Runs it without anything to read. */
    public Ran run(Kept kept) throws InterruptedException {
        return run("", kept);
    }

    /** Runs it with this on its standard input. */
    public Ran run(String input, Kept kept) throws InterruptedException {
        var builder = new ProcessBuilder(words)
                .redirectInput(input.isEmpty() ? NOTHING_TO_READ : ProcessBuilder.Redirect.PIPE)
                .redirectOutput(kept == Kept.NOTHING ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.PIPE);
        if (kept == Kept.OUTPUT_AND_ERRORS) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        Process process;
        try {
            process = builder.start();
        } catch (IOException unstarted) {
            return new Ran.Unstarted(String.valueOf(unstarted.getMessage()));
        }
        try {
            return await(process, input);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Ran await(Process process, String input) throws InterruptedException {
        if (!input.isEmpty()) {
            Thread.ofVirtual().start(() -> write(process, input));
        }
        Said said = new Said();
        Thread listener = Thread.ofVirtual().start(() -> said.listen(process.getInputStream()));
        if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Ran.Late();
        }
        listener.join(TO_DIE);
        return new Ran.Ended(process.exitValue(), said.text());
    }

    private static void write(Process process, String input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unread) {
            // A program that does not read what it is told may succeed all the same; its exit code says so.
            return;
        }
    }
}
