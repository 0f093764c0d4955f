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
        return Page.document(
                new Page.Head(headline.title(), report.run()),
                Masthead.of(headline, clock),
                sections,
                footer(report, clock));
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
