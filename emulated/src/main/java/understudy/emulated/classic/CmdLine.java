package understudy.emulated.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes a line apart as cmd.exe does before any program sees it: variables, carets, quotes, and what joins two commands. */
final class CmdLine {
    private final Map<String, String> variables;

    CmdLine(Map<String, String> variables) {
        this.variables = variables;
    }

    /** The commands in a line, each as the program gets it; whatever would join or redirect them is the start of another command. */
    List<String> commands(String line) {
        List<String> commands = new ArrayList<>();
        var now = new StringBuilder();
        boolean quoted = false;
        String text = expanded(firstLine(line));
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
                now.append(c);
            } else if (!quoted && c == '^') {
                at++;
                if (at < text.length()) {
                    now.append(text.charAt(at));
                }
            } else if (!quoted && "&|<>".indexOf(c) >= 0) {
                commands.add(now.toString());
                now.setLength(0);
            } else {
                now.append(c);
            }
        }
        commands.add(now.toString());
        return commands.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static String firstLine(String line) {
        return line.lines().findFirst().orElse("");
    }

    /** Variables are replaced within quotes too; on a command line an unknown one stays as it is written. */
    private String expanded(String line) {
        var text = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            int end = line.charAt(at) == '%' ? line.indexOf('%', at + 1) : -1;
            Optional<String> value = end < 0
                    ? Optional.empty()
                    : Optional.ofNullable(
                            variables.get(line.substring(at + 1, end).toUpperCase(Locale.ROOT)));
            if (value.isPresent()) {
                text.append(value.get());
                at = end + 1;
            } else {
                text.append(line.charAt(at));
                at++;
            }
        }
        return text.toString();
    }
}
