package understudy.cli.metrics;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Prometheus' text format as strictly as its node exporter and {@code promtool check metrics} do together. */
final class TextFormat {
    private static final Pattern HELP = Pattern.compile("# HELP ([a-z_:][a-z0-9_:]*) (.+)");
    private static final Pattern TYPE = Pattern.compile("# TYPE ([a-z_:][a-z0-9_:]*) gauge");
    private static final Pattern SAMPLE = Pattern.compile("([a-z_:][a-z0-9_:]*)\\{(.*)} ([^ ]+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-z_][a-z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\n\"])*)\"(,|$)");
    private static final Pattern RESERVED = Pattern.compile(".*_(total|count|sum|bucket)");

    private final Map<Series, Double> samples = new LinkedHashMap<>();
    private final Set<String> helped = new LinkedHashSet<>();
    private final Set<String> typed = new HashSet<>();
    private String current = "";

    /** One row of figures over time. */
    record Series(String name, Map<String, String> labels) {}

    /** The values in a text that keeps every rule. */
    static Map<Series, Double> read(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("the last line does not end");
        }
        TextFormat format = new TextFormat();
        text.lines().forEach(format::line);
        return format.samples;
    }

    private void line(String line) {
        Matcher help = HELP.matcher(line);
        Matcher type = TYPE.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (help.matches()) {
            current = help.group(1);
            demand(helped.add(current), "a metric comes twice", line);
            demand(!RESERVED.matcher(current).matches(), "a gauge has the name of another type", line);
        } else if (type.matches()) {
            demand(type.group(1).equals(current) && typed.add(current), "a type without its help", line);
        } else if (sample.matches()) {
            demand(sample.group(1).equals(current) && typed.contains(current), "a sample outside its metric", line);
            Series series = new Series(current, labels(sample.group(2), line));
            demand(samples.put(series, Double.valueOf(sample.group(3))) == null, "a series comes twice", line);
        } else {
            demand(false, "not a line of the format", line);
        }
    }

    private static Map<String, String> labels(String text, String line) {
        Map<String, String> labels = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(text);
        int end = 0;
        while (end < text.length()) {
            demand(label.find(end) && label.start() == end, "a broken label", line);
            String value = label.group(2);
            demand(labels.put(label.group(1), unescaped(value)) == null, "a label comes twice", line);
            end = label.end();
        }
        return labels;
    }

    private static String unescaped(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char sign = value.charAt(i);
            if (sign == '\\') {
                i++;
                plain.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
            } else {
                plain.append(sign);
            }
        }
        return plain.toString();
    }

    private static void demand(boolean holds, String rule, String line) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + line);
        }
    }
}
