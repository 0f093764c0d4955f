package understudy.cli.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers what is not as it has to be, each a sentence. */
final class Faults {
    private final List<String> sentences = new ArrayList<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    void same(String what, Object seen, Object wanted) {
        if (!seen.equals(wanted)) {
            add(what + ": " + seen + ", not " + wanted + ".");
        }
    }

    void same(Map<String, String> seen, Map<String, String> wanted) {
        wanted.forEach((what, how) -> same(what, seen.getOrDefault(what, "gone"), how));
    }

    List<String> all() {
        return List.copyOf(sentences);
    }
}
