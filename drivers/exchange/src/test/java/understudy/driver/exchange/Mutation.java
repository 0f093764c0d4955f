package understudy.driver.exchange;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A change to a script that sends something which the nodes do not have, or which is no PowerShell.
 *
 * @param complaint what the use that is not allowed begins with
 */
record Mutation(String script, String replaced, String by, String complaint) {
    static List<Mutation> all() throws IOException {
        return SentScripts.lines("powershell-mutations.txt").stream()
                .map(line -> line.split(" ~ ", -1))
                .map(words -> new Mutation(words[0], words[1], words[2], words[3]))
                .toList();
    }

    String name() {
        return script + ": " + by;
    }

    /** Each changed script by its mutation's name; one whose text is not there any more is an error. */
    static SequencedMap<String, String> applied(List<Mutation> mutations, Map<String, String> scripts) {
        SequencedMap<String, String> changed = new LinkedHashMap<>();
        for (Mutation mutation : mutations) {
            var text = Optional.ofNullable(scripts.get(mutation.script()))
                    .filter(script -> script.contains(mutation.replaced()))
                    .orElseThrow(() -> new IllegalStateException(
                            mutation.script() + " has no " + mutation.replaced() + " to change"));
            int at = text.indexOf(mutation.replaced());
            changed.put(
                    mutation.name(),
                    text.substring(0, at)
                            + mutation.by()
                            + text.substring(at + mutation.replaced().length()));
        }
        return changed;
    }
}
