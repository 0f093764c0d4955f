package understudy.trials;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One call of the program that has not ended, or that somebody still wants to know about. */
final class RunningProgram {
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final String words;
    private final Process process;
    private final Path out;
    private final Path err;

    RunningProgram(String words, Process process, Path out, Path err) {
        this.words = words;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Waits until what it has printed is as wanted; fails at once where it ends before. */
    void awaitOutput(String what, Predicate<String> wanted) {
        await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast("the program ended before " + what, () -> !process.isAlive() && !wanted.test(printed()))
                .until(() -> wanted.test(printed()));
    }

    /** Waits until it has begun this step, for instance {@code install:n2}. */
    void awaitStep(String step) {
        awaitOutput("step " + step, text -> text.contains("  " + step + " ...\n"));
    }

    /** Waits until it has begun so many steps. */
    void awaitSteps(int number) {
        awaitOutput(
                "step number " + number,
                text -> text.lines().filter(line -> line.endsWith(" ...")).count() >= number);
    }

    /** Lets it go on for a while; false where it ended within. */
    boolean goesOnFor(Duration time) {
        return !waits(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGKILL, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        waits(1, TimeUnit.MINUTES);
    }

    /** Waits for its end; a run that is blocked waits ten minutes itself before it gives up. */
    Program.Ended end() {
        return end(25, TimeUnit.MINUTES);
    }

    Program.Ended end(long limit, TimeUnit unit) {
        if (!waits(limit, unit)) {
            String seen = printed();
            kill();
            throw new AssertionError("understudy " + words + " did not end in " + limit + " " + unit + ":\n" + seen);
        }
        Program.Ended ended = new Program.Ended(process.exitValue(), read(out), read(err));
        System.out.println("$ understudy " + words + "\n" + ended.text());
        return ended;
    }

    String printed() {
        return read(out);
    }

    private boolean waits(long limit, TimeUnit unit) {
        try {
            return process.waitFor(limit, unit);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError("The trial was interrupted while understudy " + words + " was running.", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
