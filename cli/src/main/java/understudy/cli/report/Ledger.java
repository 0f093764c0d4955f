package understudy.cli.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import understudy.core.model.LedgerEntry;
import understudy.core.run.Event;

/** Gathers what was changed, given back and kept; the same entry opened again after it was given back is a change of its own. */
final class Ledger {
    private final Map<String, Changed> open = new LinkedHashMap<>();
    private final List<Changed> closed = new java.util.ArrayList<>();

    void take(Event event) {
        switch (event) {
            case Event.LedgerOpened(Instant at, LedgerEntry entry) -> open.putIfAbsent(entry.id(), begun(at, entry));
            case Event.LedgerReturned(Instant at, LedgerEntry entry) -> {
                closed.add(open.getOrDefault(entry.id(), begun(at, entry)).returned(at));
                open.remove(entry.id());
            }
            case Event.LedgerKept(Instant at, LedgerEntry entry, String reason) ->
                change(at, entry, changed -> changed.kept(reason));
            case Event other -> {}
        }
    }

    List<Changed> changes() {
        return Stream.concat(closed.stream(), open.values().stream())
                .sorted(java.util.Comparator.comparing(Changed::at))
                .toList();
    }

    private void change(Instant at, LedgerEntry entry, UnaryOperator<Changed> how) {
        open.put(entry.id(), how.apply(open.getOrDefault(entry.id(), begun(at, entry))));
    }

    private static Changed begun(Instant at, LedgerEntry entry) {
        return new Changed(entry, at, java.util.Optional.empty(), java.util.Optional.empty());
    }
}
