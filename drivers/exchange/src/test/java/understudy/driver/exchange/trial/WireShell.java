package understudy.driver.exchange.trial;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import understudy.emulated.windows.CommandHost;
import understudy.emulated.world.SteppingClock;
import understudy.remote.Answer;
import understudy.remote.Command;
import understudy.remote.NodeShell;
import understudy.remote.ScriptNote;
import understudy.remote.shell.CmdQuoting;
import understudy.remote.shell.CommandLineOfWindows;

/** The way to an emulated node without a protocol, which is cut as the wire is told. */
public record WireShell(CommandHost host, SteppingClock clock, Wire wire) implements NodeShell {
    @Override
    public String nodeName() {
        return host.name();
    }

    @Override
    public Answer run(Command command) {
        var script =
                command.input().note().map(ScriptNote::name).orElseGet(() -> String.join(" ", command.arguments()));
        var call = wire.call(host.name(), script, clock.gate());
        if (call.isCutAt(0)) {
            return broken(call, new Answer.NotSent("The connection to " + host.name() + " broke."));
        }
        var answer = new AtomicReference<Answer>(lost());
        clock.start("wire-" + host.name(), () -> {
            wire.runs(call);
            answer.set(carriedOut(command));
            call.over.open();
        });
        try {
            call.over.await();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return lost();
        }
        return call.isCut || call.isCutAt(Cut.AFTER) ? broken(call, lost()) : answer.get();
    }

    private Answer broken(Wire.Call call, Answer unanswered) {
        if (call.how().kills()) {
            throw new Killed();
        }
        return unanswered;
    }

    private Answer lost() {
        return new Answer.Lost("The connection to " + host.name() + " broke.");
    }

    private Answer carriedOut(Command command) {
        var output = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        try (var input = command.input().open()) {
            int exit = host.run("exadmin", line(command), input, output, error);
            return new Answer.Finished(
                    exit, output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8), false);
        } catch (IOException down) {
            return new Answer.Lost(String.valueOf(down.getMessage()));
        } catch (InterruptedException ended) {
            return lost();
        }
    }

    /** A script goes as a fixed stub, a program of the management host with its values. */
    private static String line(Command command) {
        return command.input().note().isPresent()
                ? CommandLineOfWindows.of(command.arguments())
                : CmdQuoting.line(command.arguments());
    }
}
