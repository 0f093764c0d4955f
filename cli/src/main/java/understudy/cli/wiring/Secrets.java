package understudy.cli.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import understudy.documents.SecretReference;
import understudy.remote.winrm.Secret;

/** Fetches the secrets that an inventory only refers to, each time when one is needed, and keeps none. */
public final class Secrets {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST = 4096;

    private Secrets() {}

    /** What fetches the secret of a reference, with the variables of {@code environment}. */
    public static Secret of(SecretReference reference, Map<String, String> environment) {
        return of(reference, environment, PATIENCE);
    }

    static Secret of(SecretReference reference, Map<String, String> environment, Duration patience) {
        return () -> switch (reference) {
            case SecretReference.FromEnvironment(var variable) -> variable(variable, environment);
            case SecretReference.FromFile(var file) -> file(file);
            case SecretReference.FromCommand(var words) -> command(words, patience);
        };
    }

    private static String variable(String name, Map<String, String> environment) throws IOException {
        var value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IOException("the environment variable " + name + " is not set");
        }
        return value;
    }

    private static String file(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return firstLine(stream.readNBytes(MOST), "the file " + file);
        } catch (NoSuchFileException missing) {
            throw new IOException("the file " + file + " does not exist", missing);
        }
    }

    private static String command(List<String> words, Duration patience) throws IOException {
        var process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var late = new CompletableFuture<Boolean>();
        var ending = late.completeOnTimeout(true, patience.toNanos(), TimeUnit.NANOSECONDS)
                .thenAccept(passed -> end(process));
        try (InputStream output = process.getInputStream()) {
            process.getOutputStream().close();
            var said = output.readNBytes(MOST);
            int exit = process.onExit().join().exitValue();
            if (late.isDone()) {
                throw new IOException(words.getFirst() + " gave no answer within " + patience.toMillis() + " ms");
            }
            if (exit != 0) {
                throw new IOException(words.getFirst() + " ended with exit code " + exit);
            }
            return firstLine(said, "what " + words.getFirst() + " printed");
        } finally {
            late.complete(false);
            ending.join();
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String firstLine(byte[] bytes, String where) throws IOException {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var line = text.lines().findFirst().orElse("");
        if (line.isEmpty()) {
            throw new IOException("the first line of " + where + " is empty");
        }
        return line;
    }
}
