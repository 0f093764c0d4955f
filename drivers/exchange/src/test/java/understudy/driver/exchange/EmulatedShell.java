package understudy.driver.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import understudy.emulated.windows.CommandHost;
import understudy.remote.Answer;
import understudy.remote.Command;
import understudy.remote.NodeShell;
import understudy.remote.shell.CommandLineOfWindows;

/** An emulated node without a protocol in front of it. */
record EmulatedShell(CommandHost host) implements NodeShell {
    @Override
    public String nodeName() {
        return host.name();
    }

    @Override
    public Answer run(Command command) {
        var output = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        try (var input = command.input().open()) {
            int exit = host.run("exadmin", CommandLineOfWindows.of(command.arguments()), input, output, error);
            return new Answer.Finished(
                    exit, output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8), false);
        } catch (IOException lost) {
            return new Answer.Lost(String.valueOf(lost.getMessage()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return new Answer.Lost("We were told to stop.");
        }
    }
}
