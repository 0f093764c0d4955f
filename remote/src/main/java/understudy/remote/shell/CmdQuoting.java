package understudy.remote.shell;

import java.util.List;

/**
 * Writes an argument list as a line for cmd.exe, from which the program reads back exactly these arguments, or not at all: what there is no
 * way to write safely is refused, never cut or changed.
 *
 * <p>Within double quotes cmd.exe reads {@code & | < > ^ ( )} as themselves. It does not so read a quotation mark, a percent sign, an
 * exclamation mark or a line break, for which there is no form that both cmd.exe and the program read alike ({@code cmd /?}).
 */
public final class CmdQuoting {
    /** cmd.exe takes no longer line. */
    private static final int LONGEST = 8191;

    private CmdQuoting() {}

    /** A value that cannot stand in a line for cmd.exe. */
    public static final class NotForCmd extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        NotForCmd(String sentence) {
            super(sentence);
        }
    }

    /**
     * The line.
     *
     * @throws NotForCmd if a value holds what cmd.exe would read as more than itself, or the line is too long
     */
    public static String line(List<String> arguments) {
        var hazard = WindowsQuoting.hazardBehindCmd(arguments);
        if (hazard.isPresent()) {
            throw new NotForCmd(
                    "A command for " + arguments.getFirst() + " cannot be written for cmd.exe: " + hazard.get() + ".");
        }
        boolean control =
                arguments.stream().anyMatch(argument -> argument.chars().anyMatch(c -> c < ' ' || c == 0x7f));
        if (control) {
            throw new NotForCmd("A command for " + arguments.getFirst()
                    + " cannot be written for cmd.exe: an argument holds a control character.");
        }
        var line = WindowsQuoting.line(arguments);
        if (line.length() > LONGEST) {
            throw new NotForCmd(
                    "A line for cmd.exe has at most " + LONGEST + " characters, not " + line.length() + ".");
        }
        return line;
    }
}
