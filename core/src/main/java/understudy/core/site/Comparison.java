package understudy.core.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that has to be the same after a tier as before it; a command of the owner's lists it both times.
 *
 * @param id unique in the plan
 * @param text what it is
 */
public record Comparison(String id, String text) {
    /** What came of it, in a sentence; empty where nothing was listed yet. */
    public Optional<String> result(SiteChecks checks) {
        List<String> listed = checks.listed(id);
        return switch (listed.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(text + ": listed before, not compared yet.");
            default ->
                Optional.of(text
                        + difference(listed.getFirst(), listed.getLast())
                                .map(difference -> ": not what it was before, " + difference + ".")
                                .orElse(": the same as before."));
        };
    }

    /** How two listings differ, as the end of a sentence; empty where they do not. */
    static Optional<String> difference(String before, String after) {
        List<String> gone = without(before, after);
        List<String> added = without(after, before);
        List<String> words = new ArrayList<>();
        first(gone, "gone").ifPresent(words::add);
        first(added, "new").ifPresent(words::add);
        if (words.isEmpty() && !before.lines().toList().equals(after.lines().toList())) {
            words.add("its lines stand in another order");
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }

    private static List<String> without(String listing, String other) {
        List<String> left = new ArrayList<>(listing.lines().toList());
        other.lines().forEach(left::remove);
        return left;
    }

    private static Optional<String> first(List<String> lines, String what) {
        return lines.stream()
                .findFirst()
                .map(line -> lines.size() + (lines.size() == 1 ? " line is " : " lines are ") + what + " (\""
                        + line.strip() + "\"" + (lines.size() == 1 ? "" : " and others") + ")");
    }
}
