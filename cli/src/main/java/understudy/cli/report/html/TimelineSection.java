package understudy.cli.report.html;

import java.util.List;
import java.util.Optional;
import understudy.cli.report.RunReport;

/** The drawing of the run over time, with its key. */
final class TimelineSection {
    private TimelineSection() {}

    static Optional<Section> of(RunReport report, Clock clock) {
        if (report.timeline().nodes().isEmpty() && report.timeline().groups().isEmpty()) {
            return Optional.empty();
        }
        Html.Element figure = Html.element(
                "figure",
                new Drawing(report, clock).element(),
                Html.element("figcaption").holding(key(), note(report, clock)));
        return Optional.of(new Section("timeline", "Timeline", List.of(figure)));
    }

    private static Html key() {
        return Html.element("ul")
                .with("class", "key")
                .holding(
                        entry("serving", "a group is on the node"),
                        entry("drained", "drained"),
                        entry("fetching", "fetching"),
                        entry("installing", "installing"),
                        entry("restarting", "restarting"),
                        entry("verifying", "verifying"),
                        entry("working", "other steps"),
                        entry("outage", "measured outage"));
    }

    /** One kind of bar with its words. */
    static Html entry(String kind, String words) {
        Html.Element sample = Html.element("svg")
                .with("class", "sample")
                .with("width", "28")
                .with("height", "14")
                .with("aria-hidden", "true")
                .with("focusable", "false")
                .holding(Canvas.bar(kind, "0", "28", 1, 12));
        return Html.element("li", sample, Html.text(" " + words));
    }

    private static Html note(RunReport report, Clock clock) {
        return Html.element(
                "p",
                "Times are those of " + clock.name(report.began())
                        + ". Where a group was is what the run's own steps have proven; the tables below hold all of it as text.");
    }
}
