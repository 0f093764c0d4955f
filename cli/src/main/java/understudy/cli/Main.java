package understudy.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import understudy.cli.commands.AuditCommand;
import understudy.cli.commands.BigFixCommand;
import understudy.cli.commands.ByHandCommand;
import understudy.cli.commands.CheckCommand;
import understudy.cli.commands.DemoCommand;
import understudy.cli.commands.EventsCommand;
import understudy.cli.commands.ExplainCommand;
import understudy.cli.commands.ExportCommand;
import understudy.cli.commands.Failures;
import understudy.cli.commands.InitCommand;
import understudy.cli.commands.LabCommand;
import understudy.cli.commands.PlanCommand;
import understudy.cli.commands.ProceduresCommand;
import understudy.cli.commands.RehearseCommand;
import understudy.cli.commands.ReportCommand;
import understudy.cli.commands.RequestCommand;
import understudy.cli.commands.ResumeCommand;
import understudy.cli.commands.RunCommand;
import understudy.cli.commands.RunsCommand;
import understudy.cli.commands.SiteCommand;
import understudy.cli.commands.StatusCommand;
import understudy.cli.commands.SudoCommand;
import understudy.cli.commands.TakeOverCommand;
import understudy.cli.commands.WatchCommand;

/** The program: reads the command line, does what it asks, and ends with the exit code that tells how it went. */
@Command(
        name = "understudy",
        description = "Patches every node of a high-availability cluster with the shortest outage that is possible.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("demo", DemoCommand::new);
        COMMANDS.put("lab", LabCommand::new);
        COMMANDS.put("init", InitCommand::new);
        COMMANDS.put("sudo", SudoCommand::new);
        COMMANDS.put("check", CheckCommand::new);
        COMMANDS.put("plan", PlanCommand::new);
        COMMANDS.put("rehearse", RehearseCommand::new);
        COMMANDS.put("run", RunCommand::new);
        COMMANDS.put("resume", ResumeCommand::new);
        COMMANDS.put("runs", RunsCommand::new);
        COMMANDS.put("status", StatusCommand::new);
        COMMANDS.put("watch", WatchCommand::new);
        COMMANDS.put("events", EventsCommand::new);
        COMMANDS.put("report", ReportCommand::new);
        COMMANDS.put("audit", AuditCommand::new);
        COMMANDS.put("pause", RequestCommand.Pause::new);
        COMMANDS.put("approve", RequestCommand.Approve::new);
        COMMANDS.put("retry", RequestCommand.Retry::new);
        COMMANDS.put("skip", RequestCommand.Skip::new);
        COMMANDS.put("abort", RequestCommand.Abort::new);
        COMMANDS.put("take-over", TakeOverCommand::new);
        COMMANDS.put("by-hand", ByHandCommand::new);
        COMMANDS.put("site", SiteCommand::new);
        COMMANDS.put("bigfix", BigFixCommand::new);
        COMMANDS.put("export", ExportCommand::new);
        COMMANDS.put("procedures", ProceduresCommand::new);
        COMMANDS.put("explain", ExplainCommand::new);
        COMMANDS.put("completion", CompletionCommand::new);
    }

    private Main() {}

    /** The program with all its commands. */
    public static CommandLine commandLine() {
        CommandLine line = bare();
        COMMANDS.values().forEach(command -> line.addSubcommand(command.get()));
        return line;
    }

    /** As much of the program as these arguments ask for: what is not loaded costs no time. */
    static CommandLine commandLineFor(String... arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            return bare();
        }
        if (arguments.length == 0 || !COMMANDS.containsKey(arguments[0])) {
            return commandLine();
        }
        return bare().addSubcommand(COMMANDS.get(arguments[0]).get());
    }

    private static CommandLine bare() {
        Failures failures = new Failures();
        return new CommandLine(new Main())
                // An argument that begins with @ is an argument, not a file of arguments.
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    public static void main(String[] arguments) {
        System.exit(commandLineFor(arguments).execute(arguments));
    }
}
