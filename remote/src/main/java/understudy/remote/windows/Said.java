package understudy.remote.windows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a script has answered, line by line.
 *
 * @param exit PowerShell's exit code: 0 where the script came to its end, 64 where an error ended it
 */
public record Said(int exit, List<Line> lines) {
    /** One answer. */
    public record Line(String name, String value) {}

    public Said {
        lines = List.copyOf(lines);
    }

    /** Reads the lines that have the form of an answer; what else a program wrote between them is left out. */
    public static Said read(int exit, String output) {
        List<Line> lines = new ArrayList<>();
        output.lines().forEach(line -> line(line.strip()).ifPresent(lines::add));
        return new Said(exit, lines);
    }

    private static Optional<Line> line(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || !text.substring(0, equals).matches("[a-z][a-z-]*")) {
            return Optional.empty();
        }
        try {
            var value = Base64.getDecoder().decode(text.substring(equals + 1));
            return Optional.of(new Line(text.substring(0, equals), new String(value, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Whether the script came to its end. */
    public boolean succeeded() {
        return exit == 0;
    }

    /** The first answer of that name. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Every answer of that name, in order. */
    public List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .map(Line::value)
                .toList();
    }

    /** Why it did not come to its end, in PowerShell's words. */
    public String error() {
        return first("error").orElse("PowerShell ended with " + exit + " and no word");
    }
}
