package understudy.cli.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the code of every finding means, read from {@code findings.txt} beside this class. */
public final class Explanations {
    private static final double NEAR = 0.4;
    private static final int NAMED = 3;

    private Explanations() {}

    /**
     * One code.
     *
     * @param meaning one or two sentences
     * @param remedy what to do about it
     */
    public record Explanation(String code, String meaning, String remedy) {}

    /** All of them, by name. */
    public static List<Explanation> all() {
        return text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Explanations::read)
                .sorted(Comparator.comparing(Explanation::code))
                .toList();
    }

    /** The explanation as a page. */
    public static List<String> page(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.code());
        Text.wrap(lines, "  " + explanation.meaning(), "  ");
        Text.wrap(lines, "  What to do: " + explanation.remedy(), "  ");
        return lines;
    }

    /** The codes that somebody who wrote this may have meant, the nearest first. */
    public static List<String> near(String word) {
        return all().stream()
                .map(Explanation::code)
                .filter(code -> likeness(code, word) >= NEAR)
                .sorted(Comparator.comparingDouble((String code) -> -likeness(code, word)))
                .limit(NAMED)
                .toList();
    }

    private static Explanation read(String line) {
        String[] parts = line.split("\\s*\\|\\s*", -1);
        if (parts.length != 3) {
            throw new IllegalStateException("This line of findings.txt has not three parts: " + line);
        }
        return new Explanation(parts[0].strip(), parts[1], parts[2].strip());
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Explanations.class.getResourceAsStream("findings.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The share of pairs of neighbouring letters that both have (Dice). */
    private static double likeness(String left, String right) {
        Set<String> pairs = pairs(left);
        Set<String> others = pairs(right);
        long shared = pairs.stream().filter(others::contains).count();
        int all = pairs.size() + others.size();
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private static Set<String> pairs(String word) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= word.length(); i++) {
            pairs.add(word.substring(i, i + 2));
        }
        return pairs;
    }
}
