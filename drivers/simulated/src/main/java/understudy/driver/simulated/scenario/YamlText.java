package understudy.driver.simulated.scenario;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes plain values (maps, lists, texts, numbers, flags, durations) as YAML that our own reader takes. */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./@-]*");
    private static final List<String> WORDS = List.of("true", "false", "null", "yes", "no", "on", "off");

    private YamlText() {}

    /** Block style at the top two levels, where people read; flow style below. */
    static String write(Map<String, Object> document) {
        StringBuilder text = new StringBuilder();
        document.forEach((key, value) -> {
            text.append(scalar(key)).append(':');
            switch (value) {
                case Map<?, ?> map
                when !map.isEmpty() -> {
                    text.append('\n');
                    map.forEach((inner, one) -> text.append("  ")
                            .append(scalar(inner))
                            .append(": ")
                            .append(flow(one))
                            .append('\n'));
                }
                case List<?> list
                when !list.isEmpty() -> {
                    text.append('\n');
                    list.forEach(one -> text.append("  - ").append(flow(one)).append('\n'));
                }
                default -> text.append(' ').append(flow(value)).append('\n');
            }
        });
        return text.toString();
    }

    private static String flow(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                "{"
                        + joined(map.entrySet().stream()
                                .map(entry -> scalar(entry.getKey()) + ": " + flow(entry.getValue()))
                                .toList())
                        + "}";
            case Collection<?> list ->
                "[" + joined(list.stream().map(YamlText::flow).toList()) + "]";
            default -> scalar(value);
        };
    }

    private static String joined(List<String> parts) {
        return String.join(", ", parts);
    }

    private static String scalar(Object value) {
        return switch (value) {
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Duration duration -> duration(duration);
            case Object other -> text(other.toString());
        };
    }

    private static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text);
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        append(text, millis / 3_600_000, "h");
        append(text, millis / 60_000 % 60, "m");
        append(text, millis / 1000 % 60, "s");
        append(text, millis % 1000, "ms");
        return text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(amount).append(unit);
        }
    }
}
