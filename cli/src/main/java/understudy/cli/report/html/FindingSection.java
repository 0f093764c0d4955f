package understudy.cli.report.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import understudy.cli.report.Noted;
import understudy.cli.report.RunReport;
import understudy.core.model.Finding;

/** Warnings, and what kept steps and plans waiting. */
final class FindingSection {
    private FindingSection() {}

    static Optional<Section> of(RunReport report, Clock clock) {
        if (report.findings().isEmpty()) {
            return Optional.empty();
        }
        Table table = new Table("Findings", List.of("Code", "Weight", "About", "What", "Held up", "When"));
        report.findings().forEach(noted -> row(table, noted, clock));
        return Optional.of(new Section("findings", "Findings", List.of(table.element())));
    }

    private static void row(Table table, Noted noted, Clock clock) {
        Finding finding = noted.finding();
        table.row(
                finding.blocks() ? Html.element("tr").with("class", "mind") : Html.element("tr"),
                List.of(
                        Html.element("code", finding.code()),
                        Html.text(finding.severity().name().toLowerCase(Locale.ROOT)),
                        Html.text(finding.subject()),
                        Html.text(finding.toString()),
                        Html.text(noted.about()),
                        when(noted, clock)));
    }

    private static Html when(Noted noted, Clock clock) {
        if (noted.times() == 1) {
            return clock.timeElement(noted.first());
        }
        return Html.element(
                "span",
                clock.timeElement(noted.first()),
                Html.text(" to "),
                clock.timeElement(noted.last()),
                Html.text(", " + noted.times() + " times"));
    }
}
