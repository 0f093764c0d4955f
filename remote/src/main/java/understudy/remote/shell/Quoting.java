package understudy.remote.shell;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes an argument list so that a POSIX shell reads back exactly these arguments, whatever they hold.
 *
 * <p>SSH carries one line of text, not arguments, and the far side gives that line to a shell. This is the only place
 * that builds such a line.
 */
public final class Quoting {
    /** Words that no POSIX shell reads as anything but themselves when they stand behind a program's name. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@,+-]+");

    /** Words that a shell takes for its own where a program's name is expected. */
    private static final Set<String> GRAMMAR = Set.of(
            "case",
            "do",
            "done",
            "elif",
            "else",
            "esac",
            "fi",
            "for",
            "function",
            "if",
            "in",
            "select",
            "then",
            "time",
            "until",
            "while");

    private Quoting() {}

    /**
     * The line that runs the first argument with the others.
     *
     * @throws IllegalArgumentException if the list is empty or an argument holds a NUL, which no program can be given
     */
    public static String posix(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to quote: the argument list is empty");
        }
        // The program's name is always quoted: bare, a shell could take it for a word of its grammar ("if", "time").
        return Stream.concat(
                        Stream.of(quoted(arguments.getFirst())),
                        arguments.stream().skip(1).map(Quoting::word))
                .collect(Collectors.joining(" "));
    }

    /**
     * The same line as a person types it: a program's plain name stands bare.
     *
     * @throws IllegalArgumentException as {@link #posix}
     */
    public static String typed(List<String> arguments) {
        String line = posix(arguments);
        String program = arguments.getFirst();
        boolean plain = PLAIN.matcher(program).matches() && !GRAMMAR.contains(program);
        return plain ? program + line.substring(quoted(program).length()) : line;
    }

    private static String word(String argument) {
        return PLAIN.matcher(argument).matches() ? argument : quoted(argument);
    }

    private static String quoted(String argument) {
        if (argument.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("An argument that holds a NUL cannot be passed to a program");
        }
        // Within single quotes a shell knows no special character, so only the quote itself needs a way out and back.
        return "'" + argument.replace("'", "'\\''") + "'";
    }
}
