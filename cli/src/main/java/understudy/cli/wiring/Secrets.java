package understudy.cli.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import understudy.documents.SecretReference;
import understudy.engine.programs.SiteProgram;
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
            return firstLine(new String(stream.readNBytes(MOST), StandardCharsets.UTF_8), "the file " + file);
        } catch (NoSuchFileException missing) {
            throw new IOException("the file " + file + " does not exist", missing);
        }
    }

    private static String command(List<String> words, Duration patience) throws IOException {
        try {
            return switch (new SiteProgram(words, patience).run(SiteProgram.Kept.OUTPUT)) {
                case SiteProgram.Ran.Ended(int exit, String said) -> {
                    if (exit != 0) {
                        throw new IOException(words.getFirst() + " ended with exit code " + exit);
                    }
                    yield firstLine(said, "what " + words.getFirst() + " printed");
                }
                case SiteProgram.Ran.Late() ->
                    throw new IOException(words.getFirst() + " gave no answer within " + patience.toMillis() + " ms");
                case SiteProgram.Ran.Unstarted(String reason) -> throw new IOException(reason);
            };
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            throw new IOException(words.getFirst() + " was broken off with the run", broken);
        }
    }

    private static String firstLine(String text, String where) throws IOException {
        var line = text.lines().findFirst().orElse("");
        if (line.isEmpty()) {
            throw new IOException("the first line of " + where + " is empty");
        }
        return line;
    }
}
