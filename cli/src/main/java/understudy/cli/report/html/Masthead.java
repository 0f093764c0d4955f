package understudy.cli.report.html;

import java.time.Duration;
import java.util.Locale;
import understudy.cli.report.RunReport;
import understudy.cli.view.Spans;

/** The top of the page: how it ended, what the users noticed, four figures. */
final class Masthead {
    private Masthead() {}

    static Html.Element of(Headline headline, Clock clock) {
        RunReport report = headline.report();
        return Html.element(
                        "header",
                        Html.element(
                                        "p",
                                        Html.text("Run " + report.run() + ", "),
                                        Clock.element(report.began(), clock.dayAndTime(report.began())),
                                        Html.text(" to "),
                                        Clock.element(report.latest(), clock.time(report.latest())))
                                .with("class", "eyebrow"),
                        Html.element("h1", headline.title()),
                        Html.element("p", headline.users()).with("class", "headline"),
                        Html.element("p", report.sentence()).with("class", "sentence"),
                        Html.element("dl")
                                .with("class", "figures")
                                .holding(
                                        figure("Result", headline.result(), "procedure " + report.procedure()),
                                        figure(
                                                "Outage measured",
                                                report.measured().isEmpty() ? "none" : Spans.of(headline.outage()),
                                                Headline.outages(
                                                        report.measured().size())),
                                        figure(
                                                "Outage planned",
                                                report.planned().isEmpty()
                                                        ? "none"
                                                        : "about " + Spans.about(headline.plannedOutage()),
                                                Headline.outages(
                                                        report.planned().size())),
                                        figure("The whole took", Spans.of(headline.took()), expected(report))))
                .with(
                        "class",
                        "masthead " + headline.result().toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    private static String expected(RunReport report) {
        return report.plans().stream()
                .findFirst()
                .map(plan -> plan.expected())
                .filter(Duration::isPositive)
                .map(expected -> "expected about " + Spans.about(expected))
                .orElse("nothing was planned");
    }

    private static Html.Element figure(String name, String value, String more) {
        return Html.element(
                "div",
                Html.element("dt", name),
                Html.element("dd", value).with("class", "value"),
                Html.element("dd", more));
    }
}
