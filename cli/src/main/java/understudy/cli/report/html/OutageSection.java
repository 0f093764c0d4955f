package understudy.cli.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.cli.report.MeasuredOutage;
import understudy.cli.report.RunReport;
import understudy.cli.report.Sitting;
import understudy.cli.view.Spans;
import understudy.cli.view.Watching;
import understudy.core.planning.Plan;

/** What the users noticed, with the step that caused it, beside what was planned. */
final class OutageSection {
    private OutageSection() {}

    static Optional<Section> of(RunReport report, Clock clock) {
        List<Html> content = new ArrayList<>();
        Table measured = measured(report, clock);
        content.add(measured.isEmpty() ? Html.element("p", "Nothing: no outage was measured.") : measured.element());
        for (MeasuredOutage outage : report.measured()) {
            OutageAnatomy.of(outage).forEach(content::add);
        }
        for (Sitting gap : report.unwatched()) {
            content.add(Html.element("p", Watching.gap(gap.from(), gap.until())));
        }
        Table planned = planned(report);
        if (!planned.isEmpty()) {
            content.add(planned.element());
        }
        return Optional.of(new Section("outages", "What users noticed", content));
    }

    private static Table measured(RunReport report, Clock clock) {
        Table table = new Table(
                "Measured outages", List.of("Group", "From", "Until", "Length", "Planned", "Difference", "Caused by"));
        for (MeasuredOutage outage : report.measured()) {
            table.row(List.of(
                    Html.text(outage.group().value()),
                    Clock.element(outage.from(), clock.tenths(outage.from())),
                    Clock.element(outage.until(), clock.tenths(outage.until())),
                    Html.element("strong", Spans.of(outage.length())),
                    Html.text(outage.expected()
                            .map(expected -> "about " + Spans.about(expected))
                            .orElse("not planned")),
                    Html.text(outage.expected()
                            .map(expected -> Difference.of(expected, outage.length()))
                            .orElse("")),
                    cause(outage)));
        }
        return table;
    }

    private static Html cause(MeasuredOutage outage) {
        if (outage.step().isEmpty()) {
            return Html.text("no step of this run was under way");
        }
        String step = outage.step().get();
        int attempt = outage.attempt().orElse(1);
        return Html.element("a", StepSection.name(step, attempt)).with("href", "#" + StepSection.id(step, attempt));
    }

    private static Table planned(RunReport report) {
        Table table = new Table("Planned outages", List.of("Group", "From", "To", "Stage", "Expected", "Why"));
        for (Plan.PlannedOutage outage : report.planned()) {
            table.row(List.of(
                    Html.text(outage.group().value()),
                    Html.text(outage.from().value()),
                    Html.text(outage.to().value()),
                    Html.text(String.valueOf(outage.stage())),
                    Html.text("about " + Spans.about(outage.expected())),
                    Html.text(outage.reason())));
        }
        return table;
    }
}
