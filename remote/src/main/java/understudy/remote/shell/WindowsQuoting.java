package understudy.remote.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes an argument list as the one line that a Windows process is started with, so that the program reads back exactly these arguments.
 *
 * <p>Windows passes a line, not arguments; programs take it apart by the rules of CommandLineToArgvW and of Microsoft's C run-time
 * ("Parsing C++ command-line arguments"). This is the only place that builds such a line.
 */
public final class WindowsQuoting {
    /** Text that neither those rules nor cmd.exe read as anything but itself. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:\\\\@+=,-]+");

    /** What cmd.exe reacts to even within double quotes, or what ends its line. */
    private static final Pattern HAZARD = Pattern.compile("[\"%!\\r\\n]");

    private WindowsQuoting() {}

    /**
     * The line that runs the first argument with the others, where it reaches process creation as it is.
     *
     * @throws IllegalArgumentException if the list is empty, an argument holds a NUL, or the program's name a quotation mark: there
     *     the rules know no escape
     */
    public static String line(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to quote: the argument list is empty");
        }
        if (arguments.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("An argument that holds a NUL cannot be passed to a program");
        }
        return Stream.concat(
                        Stream.of(program(arguments.getFirst())),
                        arguments.stream().skip(1).map(WindowsQuoting::argument))
                .collect(Collectors.joining(" "));
    }

    /**
     * Why the line would not survive cmd.exe, where that stands between us and process creation; empty if it would.
     *
     * <p>cmd.exe expands % and ! within quotes too, takes {@code \"} for the end of a quotation, ends at a line break, and takes the outer
     * quotes off a line that begins with one ({@code cmd /?}). For none of these is there a way to write that both sides read alike.
     */
    public static Optional<String> hazardBehindCmd(List<String> arguments) {
        if (!PLAIN.matcher(arguments.getFirst()).matches()) {
            return Optional.of("the program's name needs quotes");
        }
        return arguments.stream()
                .map(HAZARD::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(found -> "an argument holds " + named(found.group()));
    }

    private static String named(String hazard) {
        return switch (hazard) {
            case "\r", "\n" -> "a line break";
            case "\"" -> "a quotation mark";
            default -> hazard;
        };
    }

    /** Where a program's name is read, a backslash is never an escape, and a quotation mark only opens and closes. */
    private static String program(String name) {
        if (name.indexOf('"') >= 0 || name.isEmpty()) {
            throw new IllegalArgumentException("A program's name may hold no quotation mark: " + name);
        }
        return PLAIN.matcher(name).matches() ? name : '"' + name + '"';
    }

    private static String argument(String argument) {
        if (PLAIN.matcher(argument).matches()) {
            return argument;
        }
        var quoted = new StringBuilder("\"");
        int backslashes = 0;
        for (int i = 0; i < argument.length(); i++) {
            char character = argument.charAt(i);
            // Backslashes are themselves, unless a quotation mark follows: then each needs one more, and the mark one
            // too.
            if (character == '"') {
                quoted.repeat('\\', backslashes + 1);
            }
            backslashes = character == '\\' ? backslashes + 1 : 0;
            quoted.append(character);
        }
        return quoted.repeat('\\', backslashes).append('"').toString();
    }
}
