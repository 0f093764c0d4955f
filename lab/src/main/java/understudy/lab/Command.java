package understudy.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * One program of this machine, run with a list of arguments and never through a shell, with a deadline and a bounded output.
 */
final class Command {
    private static final int MOST = 8 << 20;
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LC_ALL", "C", "DEBIAN_FRONTEND", "noninteractive", "PATH", "/usr/sbin:/usr/bin:/sbin:/bin");

    private Command() {}

    /** What a program said and how it ended. */
    record Output(int code, String out, String err) {
        boolean succeeded() {
            return code == 0;
        }

        /** The last words of the program, for a sentence that says why. */
        String lastWords() {
            var lines = (out + "\n" + err).strip().lines().toList();
            return lines.isEmpty() ? "it said nothing" : lines.getLast().strip();
        }
    }

    /** Runs a program to its end. A program that outlives the limit is killed, and that is a {@link LabException}. */
    static Output run(Duration limit, List<String> arguments) {
        return run(limit, "", arguments);
    }

    static Output run(Duration limit, String input, List<String> arguments) {
        var builder = new ProcessBuilder(arguments);
        builder.environment().putAll(ENVIRONMENT);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var process = builder.start();
            var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()), readers);
            var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), readers);
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closedEarly) {
                // A program need not read what it is given; its exit code tells whether it minded.
                if (!input.isEmpty() && process.isAlive()) {
                    throw closedEarly;
                }
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new LabException("'%s' did not end within %d s and was killed."
                        .formatted(String.join(" ", arguments), limit.toSeconds()));
            }
            return new Output(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new LabException("'" + arguments.getFirst() + "' could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("The lab was interrupted while it ran '" + arguments.getFirst() + "'.", e);
        }
    }

    /** Runs a program that must succeed, and gives what it printed. */
    static String require(Duration limit, List<String> arguments) {
        return require(limit, "", arguments);
    }

    static String require(Duration limit, String input, List<String> arguments) {
        var output = run(limit, input, arguments);
        if (!output.succeeded()) {
            throw new LabException("'%s' failed with exit code %d: %s"
                    .formatted(String.join(" ", arguments), output.code(), output.lastWords()));
        }
        return output.out();
    }

    private static String text(InputStream stream) {
        try (stream) {
            var kept = new String(stream.readNBytes(MOST), StandardCharsets.UTF_8);
            stream.transferTo(java.io.OutputStream.nullOutputStream());
            return kept;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
