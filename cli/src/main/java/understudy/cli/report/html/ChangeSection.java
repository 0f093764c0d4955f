package understudy.cli.report.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import understudy.cli.report.Changed;
import understudy.cli.report.RunReport;
import understudy.core.model.LedgerEntry;

/** What was changed on the cluster and had to be given back, and what became of it. */
final class ChangeSection {
    private ChangeSection() {}

    static Optional<Section> of(RunReport report, Clock clock) {
        if (report.changes().isEmpty()) {
            return Optional.empty();
        }
        Table table = new Table(
                "Changes, each with its mark on the cluster",
                List.of("What", "Mark", "Before", "Changed", "Given back"));
        for (Changed change : report.changes()) {
            LedgerEntry entry = change.entry();
            table.row(
                    change.returned().isPresent()
                            ? Html.element("tr")
                            : Html.element("tr").with("class", "mind"),
                    List.of(
                            Html.text(what(change)),
                            Html.element("code", entry.id()),
                            Html.text(entry.before()),
                            clock.timeElement(change.at()),
                            change.returned().<Html>map(clock::timeElement).orElse(Html.text(open(change)))));
        }
        return Optional.of(new Section("changes", "What was changed and given back", List.of(table.element())));
    }

    /** Such as {@code hosting right of mail on n2}. */
    static String what(Changed change) {
        LedgerEntry entry = change.entry();
        return entry.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + entry.group().map(group -> " of " + group).orElse("")
                + entry.node().map(node -> " on " + node).orElse("");
    }

    private static String open(Changed change) {
        return change.keptBecause().isPresent() ? "no, it stays: see above" : "not yet";
    }
}
