package understudy.engine.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a line short and free of scripts: an argument of several lines is a script and stands as its digest; of a long one the
 * beginning stays; of very many the rest is counted.
 */
final class Bounded {
    private static final int LONGEST = 400;
    private static final int MOST = 1000;

    private Bounded() {}

    static List<String> arguments(List<String> arguments) {
        List<String> kept = new ArrayList<>(
                arguments.stream().limit(MOST).map(Bounded::argument).toList());
        if (arguments.size() > MOST) {
            kept.add("(and " + (arguments.size() - MOST) + " more)");
        }
        return List.copyOf(kept);
    }

    static String sentence(String text) {
        return text.length() <= LONGEST ? text : head(text) + " ...";
    }

    private static String argument(String argument) {
        String told = argument.length() + " characters, sha256:" + Chain.sha256(argument);
        if (argument.indexOf('\n') >= 0) {
            return "(" + told + ")";
        }
        return argument.length() <= LONGEST ? argument : head(argument) + " ... (" + told + ")";
    }

    /** Never half of a character that takes two places. */
    private static String head(String text) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
