package understudy.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** One command run in this process, with what it printed. */
public record CommandRun(int exit, String output, String errors) {
    public static CommandRun of(List<String> arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(output));
        command.setErr(new PrintWriter(errors));
        int exit = command.execute(arguments.toArray(String[]::new));
        return new CommandRun(exit, output.toString(), errors.toString());
    }
}
