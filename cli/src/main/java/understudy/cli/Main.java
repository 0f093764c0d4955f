package understudy.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import understudy.cli.commands.CheckCommand;
import understudy.cli.commands.DemoCommand;
import understudy.cli.commands.EventsCommand;
import understudy.cli.commands.Failures;
import understudy.cli.commands.PlanCommand;
import understudy.cli.commands.ProceduresCommand;
import understudy.cli.commands.ReportCommand;
import understudy.cli.commands.RequestCommand;
import understudy.cli.commands.ResumeCommand;
import understudy.cli.commands.RunCommand;
import understudy.cli.commands.RunsCommand;

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
                .addSubcommand(new DemoCommand())
                .addSubcommand(new CheckCommand())
                .addSubcommand(new PlanCommand())
                .addSubcommand(new RunCommand())
                .addSubcommand(new ResumeCommand())
                .addSubcommand(new RunsCommand())
                .addSubcommand(new EventsCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new RequestCommand.Pause())
                .addSubcommand(new RequestCommand.Approve())
                .addSubcommand(new RequestCommand.Retry())
                .addSubcommand(new RequestCommand.Skip())
                .addSubcommand(new RequestCommand.Abort())
                .addSubcommand(new ProceduresCommand())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }
}
