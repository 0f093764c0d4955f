package understudy.cli.commands;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import understudy.cli.inventory.Inventory;
import understudy.documents.BrokenDocument;

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
        sentences.forEach(err::println);
        return code.code();
    }
}
