package understudy.cli.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.cli.report.Adopted;
import understudy.cli.report.RunReport;
import understudy.cli.view.Spans;

/** The plan and how it changed, with the reasons. */
final class PlanSection {
    private PlanSection() {}

    static Optional<Section> of(RunReport report, Clock clock) {
        if (report.plans().isEmpty()) {
            return Optional.empty();
        }
        Table table = new Table("Plans", List.of("Adopted", "Why", "Left to do", "Outages", "Expected", "Hash"));
        for (Adopted plan : report.plans()) {
            table.row(List.of(
                    clock.timeElement(plan.at()),
                    Html.text(plan.reason()),
                    Html.text(Headline.count(plan.stages(), "stage") + ", " + Headline.count(plan.steps(), "step")),
                    Html.text(String.valueOf(plan.outages().size())),
                    Html.text("about " + Spans.about(plan.expected())),
                    Html.element("code", plan.hash())));
        }
        List<Html> content = new ArrayList<>(List.of(table.element()));
        List<String> notes = report.plans().stream()
                .flatMap(plan -> Stream.concat(plan.redundancy().stream(), plan.gap().stream()))
                .distinct()
                .toList();
        if (!notes.isEmpty()) {
            content.add(Html.element("ul")
                    .holding(
                            notes.stream().map(note -> Html.element("li", note)).toList()));
        }
        return Optional.of(new Section("plans", "The plan and its changes", content));
    }
}
