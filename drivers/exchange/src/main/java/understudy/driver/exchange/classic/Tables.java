package understudy.driver.exchange.classic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what the programs of the time print. Only what is the same in every language is relied on: positions, numbers, constants such as
 * RUNNING; cluster.exe's own words are read in English alone, and an unknown word is told, not guessed.
 */
final class Tables {
    private static final Pattern RULER = Pattern.compile("-+( +-+)+ *|-{5,} *");
    private static final Pattern STATE = Pattern.compile("\\s+\\S+\\s*:\\s*([1-7])\\s+[A-Z_]+.*");
    private static final Pattern START_TYPE =
            Pattern.compile("\\s+\\S+\\s*:\\s*([0-4])\\s+[A-Z_]+_START.*|\\s+\\S+\\s*:\\s*(4)\\s+DISABLED.*");
    private static final Pattern VALUE = Pattern.compile("\\s+(.+?)(?:\\t+| {4})(REG_[A-Z_]+)(?:\\t+| {4}|$)(.*)");
    private static final Pattern NODE = Pattern.compile("(\\S+) +([0-9]+) +(\\S.*)");

    private Tables() {}

    /** The rows below the line of dashes. */
    static List<String> rows(List<String> lines) {
        List<String> rows = new ArrayList<>();
        boolean below = false;
        for (String line : lines) {
            if (below && !line.isBlank()) {
                rows.add(line.stripTrailing());
            }
            below |= RULER.matcher(line).matches();
        }
        return rows;
    }

    /** The status of each node. */
    static Map<String, String> nodes(List<String> lines) {
        Map<String, String> nodes = new LinkedHashMap<>();
        for (String row : rows(lines)) {
            var matcher = NODE.matcher(row);
            if (matcher.matches()) {
                nodes.put(matcher.group(1), matcher.group(3).strip());
            }
        }
        return nodes;
    }

    /** What stands before the name of a node and behind it: names hold blanks, and columns are not wide enough for all names. */
    record Row(String before, String node, String status) {}

    /** A row that names one of these nodes; empty where it has not exactly one reading. */
    static Optional<Row> row(String line, List<String> nodes) {
        List<Row> readings = new ArrayList<>();
        for (String node : nodes) {
            var matcher = Pattern.compile(
                            "(?i)(.*\\S) +(" + Pattern.quote(node)
                                    + ") +(Online|Offline|Failed|Partially Online|Pending|Online Pending|Offline Pending|Unknown|Initializing)")
                    .matcher(line);
            if (matcher.matches()) {
                readings.add(new Row(matcher.group(1).strip(), node, matcher.group(3)));
            }
        }
        return readings.size() == 1 ? Optional.of(readings.getFirst()) : Optional.empty();
    }

    /** The resource in a row whose rest is the name of its group; the longest group that fits, for one name may end as another is. */
    static Optional<String> resource(String before, String group) {
        return before.endsWith(" " + group)
                ? Optional.of(
                        before.substring(0, before.length() - group.length()).strip())
                : Optional.empty();
    }

    /** The number of a service's state as {@code sc query} prints it: 1 stopped, 4 running. */
    static Optional<Integer> serviceState(List<String> lines) {
        // The first numbered line is the type, whose number has two digits or more.
        return lines.stream()
                .map(STATE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .findFirst();
    }

    /** The number of a service's start type as {@code sc qc} prints it: 2 by itself, 3 on demand, 4 never. */
    static Optional<Integer> startType(List<String> lines) {
        return lines.stream()
                .map(START_TYPE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> Integer.valueOf(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)))
                .findFirst();
    }

    /** The values of a key, as {@code reg query} prints them with tabs or with blanks. */
    static Map<String, String> registry(List<String> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            var matcher = VALUE.matcher(line);
            if (matcher.matches()) {
                values.put(matcher.group(1).strip(), matcher.group(3).strip());
            }
        }
        return values;
    }

    /** What wmic prints with {@code /value}. */
    static List<String> wmic(List<String> lines, String name) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Private properties of ours as {@code /priv} prints them. */
    static Map<String, String> properties(List<String> lines, String group, String prefix) {
        var pattern =
                Pattern.compile("\\S+ +" + Pattern.quote(group) + " +(" + Pattern.quote(prefix) + "\\S*) +(\\S+) *");
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            var matcher = pattern.matcher(line);
            if (matcher.matches()) {
                values.put(matcher.group(1), matcher.group(2));
            }
        }
        return values;
    }

    /** The digest that certutil prints, with blanks between the bytes or without. */
    static Optional<String> digest(List<String> lines) {
        return lines.stream()
                .map(line -> line.replace(" ", ""))
                .filter(line -> line.matches("[0-9a-fA-F]{64}"))
                .map(line -> line.toLowerCase(java.util.Locale.ROOT))
                .findFirst();
    }
}
