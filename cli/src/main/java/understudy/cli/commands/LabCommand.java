package understudy.cli.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import understudy.lab.LabMain;

/** {@code understudy lab}: a real Pacemaker cluster on this machine; the words behind it are the lab's own. */
@Command(name = "lab", description = "A real Pacemaker cluster on this machine (Linux, root): up, status, fault, wipe.")
public final class LabCommand implements Callable<Integer> {
    private static final List<String> HELP = List.of("--help", "-h", "help");

    @Unmatched
    private final List<String> words = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Override
    public Integer call() {
        if (words.isEmpty() || HELP.contains(words.getFirst())) {
            boolean asked = !words.isEmpty();
            var lines = asked
                    ? command.commandLine().getOut()
                    : command.commandLine().getErr();
            lines.print("Usage: understudy lab VERB ...\n" + LabMain.usage().indent(2));
            lines.flush();
            return (asked ? ExitCode.DONE : ExitCode.BAD_INPUT).code();
        }
        // The lab speaks while it works and may hand the terminal to ssh, so it has the process's own streams.
        return LabMain.run(words, System.out, System.err);
    }
}
