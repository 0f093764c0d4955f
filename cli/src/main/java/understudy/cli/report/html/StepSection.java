package understudy.cli.report.html;

import java.util.ArrayList;
import java.util.List;
import understudy.cli.report.Outcome;
import understudy.cli.report.RunReport;
import understudy.cli.report.StepTaken;
import understudy.cli.view.Spans;

/** Every attempt at every step: when, why, how long against what was expected, what came of it. */
final class StepSection {
    private StepSection() {}

    static Section of(RunReport report, Clock clock) {
        Table table = new Table(
                "Every attempt at every step", List.of("Step", "Began", "Took", "Expected", "Difference", "Result"));
        report.steps().forEach(step -> row(table, step, clock));
        return new Section(
                "steps", "Steps", List.of(table.isEmpty() ? Html.element("p", "No step began.") : table.element()));
    }

    private static void row(Table table, StepTaken step, Clock clock) {
        Html.Element row = Html.element("tr").with("id", id(step.step(), step.attempt()));
        table.row(
                step.outcome() == Outcome.SUCCEEDED ? row : row.with("class", "mind"),
                List.of(
                        what(step),
                        clock.timeElement(step.began()),
                        Html.text(Spans.of(step.took())),
                        Html.text(step.expected().map(Spans::about).orElse("")),
                        difference(step),
                        result(step)));
    }

    private static Html what(StepTaken step) {
        List<Html> parts = new ArrayList<>(List.of(Html.text(name(step.step(), step.attempt()))));
        if (!step.reason().isEmpty()) {
            parts.add(Html.element("span", step.reason()).with("class", "why"));
        }
        return Html.element("div").holding(parts);
    }

    private static Html difference(StepTaken step) {
        if (step.outcome() == Outcome.UNDER_WAY) {
            return Html.text("");
        }
        return step.expected()
                .<Html>map(expected -> Difference.isMuch(expected, step.took())
                        ? Html.element("strong", Difference.of(expected, step.took()))
                        : Html.text(Difference.of(expected, step.took())))
                .orElse(Html.text(""));
    }

    private static Html result(StepTaken step) {
        String sign = switch (step.outcome()) {
            case SUCCEEDED -> "✓ ";
            case FAILED -> "✗ ";
            case IN_DOUBT -> "? ";
            case UNDER_WAY -> "… ";
        };
        Html words =
                Html.element("span", Html.element("span", sign).with("aria-hidden", "true"), Html.text(step.result()));
        return step.note().isEmpty()
                ? words
                : Html.element("div", words, Html.element("span", step.note()).with("class", "why"));
    }

    static String name(String step, int attempt) {
        return attempt == 1 ? step : step + " (attempt " + attempt + ")";
    }

    /** The row's place in the page, by which an outage links to it. */
    static String id(String step, int attempt) {
        StringBuilder id = new StringBuilder("step-" + attempt + "-");
        step.codePoints().forEach(sign -> {
            if (sign < 128 && Character.isLetterOrDigit(sign)) {
                id.appendCodePoint(sign);
            } else {
                id.append('_').append(Integer.toHexString(sign));
            }
        });
        return id.toString();
    }
}
