package understudy.driver.pacemaker.helper;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern for all the words of a call, with a TAB before each; POSIX extended, and the same in Java. */
public record CallPattern(String text) {
    private static final String META = "\\.[(*+?{|^$";

    public CallPattern {
        if (!text.startsWith("\t")
                || text.indexOf('\n') >= 0
                || !text.chars().allMatch(sign -> sign == '\t' || isPlain(sign))) {
            throw new IllegalArgumentException("Not a pattern of one line of ASCII: " + text);
        }
        var _ = Pattern.compile(text);
    }

    /** For a call that the driver's own builder has made with holes in it. */
    public static CallPattern ofSpecimen(List<String> words) {
        String text = literal(words).text();
        for (Hole hole : Hole.values()) {
            text = text.replace(hole.word(), hole.pattern());
        }
        return new CallPattern(text);
    }

    /** For exactly this call. */
    public static CallPattern literal(List<String> words) {
        return new CallPattern(words.stream().map(word -> "\t" + quoted(word)).collect(Collectors.joining()));
    }

    /** For calls that begin so and go on as the expression says. */
    public static CallPattern of(List<String> words, String more) {
        return new CallPattern(literal(words).text() + more);
    }

    /** Whether a rule can name this word: printable ASCII only, so that nobody can mistake one word for two. */
    public static boolean canName(String word) {
        return !word.isEmpty() && word.chars().allMatch(CallPattern::isPlain);
    }

    /** Whether it allows the call. */
    public boolean allows(List<String> call) {
        return call.stream().allMatch(word -> word.chars().allMatch(CallPattern::isPlain))
                && call.stream()
                        .map(word -> "\t" + word)
                        .collect(Collectors.joining())
                        .matches(text);
    }

    /** The text in which every sign stands for itself. */
    static String quoted(String word) {
        var quoted = new StringBuilder();
        word.chars().forEach(sign -> {
            if (META.indexOf(sign) >= 0) {
                quoted.append('\\');
            }
            quoted.append((char) sign);
        });
        return quoted.toString();
    }

    private static boolean isPlain(int sign) {
        return sign >= ' ' && sign <= '~';
    }
}
