package understudy.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A shell whose node is this machine, without any connection between; remembers what it was asked. */
public final class TestingLocalShell implements NodeShell {
    private final List<Command> commands = new ArrayList<>();

    @Override
    public String nodeName() {
        return "here";
    }

    /** The commands so far. */
    public List<Command> commands() {
        return List.copyOf(commands);
    }

    @Override
    public Answer run(Command command) {
        commands.add(command);
        try (var input = command.input().open()) {
            var process = new ProcessBuilder(command.arguments()).start();
            var output = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            var error = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            try (var sink = process.getOutputStream()) {
                input.transferTo(sink);
            }
            var said = output.get(command.deadline().toMillis(), TimeUnit.MILLISECONDS);
            var kept = said.substring(0, Math.min(command.outputLimit(), said.length()));
            return new Answer.Finished(process.waitFor(), kept, error.get(), said.length() > kept.length());
        } catch (IOException unstarted) {
            return new Answer.NotSent("cannot be started: " + unstarted);
        } catch (TimeoutException late) {
            return new Answer.Lost("out of time");
        } catch (InterruptedException | ExecutionException odd) {
            throw new IllegalStateException(odd);
        }
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
