package understudy.engine.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.documents.json.BrokenJson;

/** Walks along the lines of an audit and names those that were changed, removed or inserted. */
final class Links {
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<AuditLine> readable = new ArrayList<>();
    private final Map<String, Long> places = new HashMap<>();
    private long place;
    private long number;
    /** The hash that the next line has to follow; empty where the line before was changed, so that it cannot tell. */
    private Optional<String> head = Optional.of(Chain.BEGINNING);

    private Links() {
        places.put(Chain.BEGINNING, 0L);
    }

    /** What a walk found: the lines that can be read, and the flaws in their order. */
    record Found(List<AuditLine> lines, List<Flaw> flaws) {}

    static Found in(List<String> lines) {
        Links links = new Links();
        lines.forEach(links::take);
        return new Found(List.copyOf(links.readable), List.copyOf(links.flaws));
    }

    private void take(String text) {
        place++;
        AuditLine line;
        try {
            line = AuditLine.read(text);
        } catch (BrokenJson unreadable) {
            flaw(Flaw.Kind.CHANGED, place, "Line " + place + " was changed: it no longer reads as a line of an audit.");
            number++;
            head = Optional.empty();
            return;
        }
        readable.add(line);
        places.put(line.hash(), place);
        if (!AuditLine.isSound(text, line)) {
            flaw(Flaw.Kind.CHANGED, place, "Line " + place + " was changed: it does not give the hash that it holds.");
            number++;
            head = Optional.empty();
            return;
        }
        follow(line);
        number = line.line();
        head = Optional.of(line.hash());
    }

    private void follow(AuditLine line) {
        boolean follows = head.isEmpty() || head.get().equals(line.previous());
        if (follows && line.line() <= number + 1) {
            return;
        }
        Optional<Long> earlier = Optional.ofNullable(places.get(line.previous()));
        if (!follows && earlier.isPresent()) {
            inserted(earlier.get() + 1, place - 1);
        } else if (line.line() > number + 1) {
            removed(number + 1, line.line() - 1);
        } else {
            long before = place - 1;
            flaw(
                    Flaw.Kind.CHANGED,
                    Math.max(before, 1),
                    before == 0
                            ? "Line 1 was changed: it does not begin an audit."
                            : "Line " + before + " was changed and given a hash of its own: line " + place
                                    + " follows another one.");
        }
    }

    private void inserted(long from, long to) {
        flaw(
                Flaw.Kind.INSERTED,
                from,
                from == to
                        ? "Line " + from + " was inserted: line " + place + " does not follow it."
                        : "Lines " + from + " to " + to + " were inserted: line " + place + " does not follow them.");
    }

    private void removed(long from, long to) {
        String where = place == 1 ? "before line 1" : "between the lines " + (place - 1) + " and " + place;
        flaw(
                Flaw.Kind.REMOVED,
                place,
                from == to
                        ? "The line with number " + from + " was removed " + where + "."
                        : "The lines with the numbers " + from + " to " + to + " were removed " + where + ".");
    }

    private void flaw(Flaw.Kind kind, long line, String sentence) {
        flaws.add(new Flaw(kind, line, sentence));
    }
}
