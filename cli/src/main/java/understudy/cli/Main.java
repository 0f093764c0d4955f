package understudy.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import understudy.cli.commands.Failures;
import understudy.cli.commands.ProceduresCommand;

/** The program: reads the command line, does what it asks, and ends with the exit code that tells how it went. */
@Command(
        name = "understudy",
        description = "Patches every node of a high-availability cluster with the shortest outage that is possible.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    static CommandLine commandLine() {
        Failures failures = new Failures();
        return new CommandLine(new Main())
                .addSubcommand(new ProceduresCommand())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }
}
