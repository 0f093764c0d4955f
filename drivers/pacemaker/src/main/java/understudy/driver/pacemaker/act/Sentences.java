package understudy.driver.pacemaker.act;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of what an operator reads. */
final class Sentences {
    private static final int LONGEST = 300;

    private Sentences() {}

    /** The first line that says something, cut where it is long; control characters become spaces. */
    static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(Sentences::plain)
                .orElse("no reason given");
    }

    /** The last lines that say something. */
    static String lastLines(String text, int most) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.subList(Math.max(0, lines.size() - most), lines.size()).stream()
                .map(Sentences::plain)
                .collect(Collectors.joining(" / "));
    }

    /** Names, with commas. */
    static String listed(Collection<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String plain(String line) {
        var clean = line.replaceAll("\\p{Cntrl}", " ");
        var cut = clean.length() > LONGEST ? clean.substring(0, LONGEST) + "..." : clean;
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
