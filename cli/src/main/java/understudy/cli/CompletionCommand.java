package understudy.cli;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import understudy.cli.commands.ExitCode;

/** {@code understudy completion}: the script by which a shell completes our command lines, made from the commands as they are. */
@Command(
        name = "completion",
        description = {
            "The script by which a shell completes our command lines:",
            "source <(understudy completion bash), or the same with zsh."
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "SHELL",
            description = "bash or zsh.",
            converter = ShellReader.class,
            completionCandidates = ShellNames.class)
    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    /** The shells that have a script. */
    enum Shell {
        BASH,
        ZSH
    }

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        String script = CompletionScript.bash(Main.commandLine());
        out.print(
                switch (shell) {
                    case BASH -> script;
                    case ZSH -> CompletionScript.zsh(script);
                });
        out.flush();
        return ExitCode.DONE.code();
    }

    static final class ShellReader implements ITypeConverter<Shell> {
        @Override
        public Shell convert(String text) {
            return switch (text) {
                case "bash" -> Shell.BASH;
                case "zsh" -> Shell.ZSH;
                default -> throw new TypeConversionException("\"" + text + "\" is neither bash nor zsh");
            };
        }
    }

    static final class ShellNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("bash", "zsh").iterator();
        }
    }
}
