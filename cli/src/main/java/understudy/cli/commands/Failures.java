package understudy.cli.commands;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import understudy.cli.inventory.Inventory;
import understudy.cli.view.Printable;
import understudy.cli.wiring.Assignments;
import understudy.cli.wiring.Preparation;
import understudy.cli.wiring.RunOffice;
import understudy.cli.wiring.SiteOffice;
import understudy.cli.wiring.TwinOffice;
import understudy.documents.BrokenDocument;
import understudy.engine.journal.StateException;
import understudy.engine.run.RunRefused;

/** Turns what escapes a command into sentences on the error stream and an exit code. */
public final class Failures implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    @Override
    public int handleExecutionException(Exception problem, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        return switch (problem) {
            case Ending ending -> print(command.getErr(), ending.sentences(), ending.code());
            case BrokenDocument broken ->
                print(
                        command.getErr(),
                        broken.problems().stream().map(Object::toString).toList(),
                        ExitCode.BAD_INPUT);
            case Inventory.UnknownCluster unknown ->
                print(command.getErr(), List.of(String.valueOf(unknown.getMessage())), ExitCode.BAD_INPUT);
            case Assignments.UnknownProcedure unknown ->
                print(command.getErr(), List.of(String.valueOf(unknown.getMessage())), ExitCode.BAD_INPUT);
            case Assignments.Unsuited unsuited ->
                print(command.getErr(), List.of(String.valueOf(unsuited.getMessage())), ExitCode.REFUSED);
            case TwinOffice.Misfit misfit ->
                print(command.getErr(), List.of(String.valueOf(misfit.getMessage())), ExitCode.BAD_INPUT);
            case RunOffice.Held held ->
                print(command.getErr(), List.of(String.valueOf(held.getMessage())), ExitCode.HELD);
            case Preparation.NotSeen unseen ->
                print(command.getErr(), List.of(String.valueOf(unseen.getMessage())), ExitCode.NOT_SEEN);
            case RunRefused refused ->
                print(command.getErr(), List.of(refused.finding().toString()), ExitCode.REFUSED);
            case SiteOffice.Changed changed ->
                print(command.getErr(), List.of(String.valueOf(changed.getMessage())), ExitCode.REFUSED);
            case StateException state ->
                print(command.getErr(), List.of(String.valueOf(state.getMessage())), ExitCode.BAD_INPUT);
            case Exception bug -> throw bug;
        };
    }

    @Override
    public int handleParseException(CommandLine.ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        String sentence = String.valueOf(problem.getMessage());
        String name = command.getCommandSpec().qualifiedName();
        return print(
                command.getErr(),
                List.of(name + ": " + sentence + (sentence.endsWith(".") ? "" : ".") + " Call `" + name
                        + " --help` for its usage."),
                ExitCode.BAD_INPUT);
    }

    private static int print(PrintWriter err, List<String> sentences, ExitCode code) {
        sentences.stream().map(Printable::line).forEach(err::println);
        return code.code();
    }
}
