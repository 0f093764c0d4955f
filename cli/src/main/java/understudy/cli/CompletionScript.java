package understudy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the completion script: picocli's for what the commands declare, and {@code completion.sh} for what only a run of us knows. */
final class CompletionScript {
    private CompletionScript() {}

    /** For bash, to be sourced or installed as {@code completions/understudy}. */
    static String bash(CommandLine program) {
        Collection<CommandLine> commands = program.getSubcommands().values();
        String ours = text().replace(
                        "@VALUED@",
                        alternatives(commands.stream()
                                .flatMap(command -> command.getCommandSpec().options().stream())
                                .filter(option -> option.arity().max() > 0)
                                .map(OptionSpec::longestName)))
                .replace(
                        "@RUNS@",
                        alternatives(commands.stream()
                                .map(CommandLine::getCommandSpec)
                                .filter(CompletionScript::wantsARun)
                                .map(CommandSpec::name)));
        return AutoComplete.bash("understudy", program) + ours;
    }

    /** For zsh, which runs the script for bash: to be sourced, or installed as {@code _understudy} in a folder of its fpath. */
    static String zsh(String bash) {
        return "#compdef understudy\n" + bash + """

                # Installed in a folder of fpath, this file is read at the first TAB, which is to be answered as well.
                if [[ "${funcstack[1]}" == _understudy ]]; then _bash_complete -o default -F _understudy_words; fi
                """;
    }

    private static boolean wantsARun(CommandSpec command) {
        return command.positionalParameters().stream().anyMatch(word -> "RUN".equals(word.paramLabel()));
    }

    private static String alternatives(Stream<String> words) {
        List<String> distinct = words.distinct().sorted().toList();
        return String.join(" | ", distinct);
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(CompletionScript.class.getResourceAsStream("completion.sh"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
