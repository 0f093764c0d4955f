package understudy.emulated.windows;

import java.util.ArrayList;
import java.util.List;

/** Takes a Windows command line apart, as the C runtime of its programs does. */
public final class CommandLine {
    private CommandLine() {}

    /** The arguments, the program first. */
    public static List<String> arguments(String line) {
        List<String> arguments = new ArrayList<>();
        var word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            int slashes = slashes(line, at);
            if (slashes > 0) {
                boolean beforeQuote = at + slashes < line.length() && line.charAt(at + slashes) == '"';
                word.append("\\".repeat(beforeQuote ? slashes / 2 : slashes));
                at += slashes;
                any = true;
                if (beforeQuote && slashes % 2 == 1) {
                    word.append('"');
                    at++;
                }
                continue;
            }
            if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (!quoted && (c == ' ' || c == '\t')) {
                if (any) {
                    arguments.add(word.toString());
                    word.setLength(0);
                    any = false;
                }
            } else {
                word.append(c);
                any = true;
            }
            at++;
        }
        if (any) {
            arguments.add(word.toString());
        }
        return arguments;
    }

    private static int slashes(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == '\\') {
            at++;
        }
        return at - from;
    }
}
