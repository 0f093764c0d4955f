package understudy.remote.shell;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes an argument list for a Windows node, whose SSH server gives the line to cmd.exe or to PowerShell: only words that neither of
 * them reads as anything but themselves. Everything else travels by standard input.
 */
public final class CommandLineOfWindows {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:+=-]+");

    /** cmd.exe takes no longer line. */
    private static final int LONGEST = 8191;

    private CommandLineOfWindows() {}

    /**
     * The line.
     *
     * @throws IllegalArgumentException if an argument is not plain or the line is too long
     */
    public static String of(List<String> arguments) {
        for (String argument : arguments) {
            if (!PLAIN.matcher(argument).matches()) {
                throw new IllegalArgumentException("Not a word that goes over a Windows command line: " + argument);
            }
        }
        var line = String.join(" ", arguments);
        if (line.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A line for cmd.exe has at most " + LONGEST + " characters, not " + line.length() + ".");
        }
        return line;
    }
}
