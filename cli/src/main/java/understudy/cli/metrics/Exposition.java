package understudy.cli.metrics;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes figures in the text form that Prometheus reads (its exposition format, version 0.0.4). */
final class Exposition {
    private final StringBuilder text = new StringBuilder();
    private String name = "";

    /** Begins the next metric; its samples follow. */
    Exposition gauge(String metric, String help) {
        name = metric;
        text.append("# HELP ").append(name).append(' ').append(escaped(help)).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
        return this;
    }

    /** One value of it. */
    Exposition sample(Map<String, String> labels, BigDecimal value) {
        String pairs = labels.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + escaped(label.getValue()).replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(","));
        text.append(name).append('{').append(pairs).append("} ");
        text.append(value.stripTrailingZeros().toPlainString()).append('\n');
        return this;
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
