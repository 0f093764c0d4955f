package understudy.cli.report.html;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.cli.report.RunReport;

/** The report of a run as one HTML file that can be opened, sent and printed as it is. */
public final class ReportHtml {
    /** By which a file is known to be such a report. */
    public static final String GENERATOR = "<meta name=\"generator\" content=\"Understudy\">";

    private ReportHtml() {}

    /**
     * The whole file.
     *
     * @param zone by whose clock the times are written
     */
    public static String of(RunReport report, ZoneId zone) {
        Clock clock = new Clock(zone);
        Headline headline = new Headline(report);
        List<Section> sections = Stream.of(
                        LeftToDo.of(report, clock),
                        TimelineSection.of(report, clock),
                        OutageSection.of(report, clock),
                        Optional.of(StepSection.of(report, clock)),
                        ChangeSection.of(report, clock),
                        PlanSection.of(report, clock),
                        FindingSection.of(report, clock),
                        PeopleSection.of(report, clock),
                        VersionSection.of(report, clock))
                .flatMap(Optional::stream)
                .toList();
        return HtmlWriter.document(Html.element(
                        "html",
                        head(headline),
                        Html.element(
                                "body",
                                Html.element("a", "To the report")
                                        .with("class", "skip")
                                        .with("href", "#report"),
                                Masthead.of(headline, clock),
                                contents(sections),
                                Html.element("main")
                                        .with("id", "report")
                                        .holding(sections.stream()
                                                .map(Section::element)
                                                .toList()),
                                footer(report, clock)))
                .with("lang", "en"));
    }

    private static Html.Element head(Headline headline) {
        StyleSheet look = StyleSheet.ofTheReport();
        return Html.element(
                "head",
                Html.element("meta").with("charset", "utf-8"),
                Html.element("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", look.policy()),
                meta("viewport", "width=device-width, initial-scale=1"),
                meta("color-scheme", "light dark"),
                meta("referrer", "no-referrer"),
                meta("generator", "Understudy"),
                Html.element("link").with("rel", "icon").with("href", "data:,"),
                Html.element(
                        "title", headline.title() + ": run " + headline.report().run()),
                new Html.Style(look));
    }

    private static Html.Element meta(String name, String content) {
        return Html.element("meta").with("name", name).with("content", content);
    }

    private static Html.Element contents(List<Section> sections) {
        return Html.element("nav")
                .with("aria-label", "Contents")
                .holding(Html.element("ul")
                        .holding(sections.stream()
                                .map(section -> Html.element(
                                        "li", Html.element("a", section.title()).with("href", "#" + section.id())))
                                .toList()));
    }

    private static Html.Element footer(RunReport report, Clock clock) {
        return Html.element(
                "footer",
                Html.element(
                        "p",
                        "Made by Understudy from the journal of run " + report.run()
                                + " alone, and complete in this one file. Times are those of "
                                + clock.name(report.began()) + "; the journal's last event is of "
                                + clock.dayAndTime(report.latest()) + "."),
                Html.element(
                        "p",
                        Html.text("The same as JSON: "),
                        Html.element("code", "understudy report " + report.run() + " --output json"),
                        Html.text(". Every event: "),
                        Html.element("code", "understudy events " + report.run()),
                        Html.text(".")));
    }
}
