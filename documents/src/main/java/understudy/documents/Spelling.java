package understudy.documents;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the word that somebody probably meant. */
final class Spelling {
    private Spelling() {}

    /** The end of a sentence about an unknown word: the nearest known one, or all of them. */
    static String advice(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= tolerated(candidate))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .map(nearest -> "did you mean \"" + nearest + "\"?")
                .orElseGet(() -> known.isEmpty() ? "remove it" : "known are " + String.join(", ", known));
    }

    private static int tolerated(String candidate) {
        return candidate.length() < 4 ? 1 : candidate.length() < 8 ? 2 : 3;
    }

    /** Insertions, removals and replacements that turn one word into the other, capitals and hyphens aside (Levenshtein). */
    private static int distance(String word, String candidate) {
        String from = plain(word);
        String to = plain(candidate);
        if (Math.abs(from.length() - to.length()) > 3) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
