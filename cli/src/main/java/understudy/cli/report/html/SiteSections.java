package understudy.cli.report.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import understudy.cli.report.SiteReport;
import understudy.cli.report.SiteReport.MemberRow;
import understudy.cli.view.Spans;
import understudy.core.site.MemberOutage;
import understudy.core.site.MemberState.Standing;

/** The parts of a site's page. */
final class SiteSections {
    private SiteSections() {}

    /** What a person still has to do, or should know: first on the page, or not at all. */
    static Optional<Section> left(SiteReport report) {
        List<Html> points = new ArrayList<>();
        report.notices().forEach(notice -> points.add(Html.element("li", notice)));
        report.members()
                .forEach(row -> row.finding()
                        .ifPresent(
                                finding -> points.add(Html.element("li", row.member() + " is done, but " + finding))));
        report.pools().forEach(pool -> points.add(Html.element("li", pool.sentence())));
        report.compared().forEach(sentence -> points.add(Html.element("li", sentence)));
        report.warnings().forEach(warning -> points.add(Html.element("li", warning)));
        boolean ends = report.result().filter(SiteSections::isFinal).isPresent();
        if (!ends) {
            // What was asked before the last question is moot: whoever resumes the run is asked anew.
            report.questions().stream()
                    .skip(Math.max(0, report.questions().size() - 1))
                    .filter(asked -> asked.yes().isEmpty())
                    .forEach(asked -> points.add(Html.element(
                            "li",
                            Html.text(asked.text() + " Yes: "),
                            Html.element(
                                    "code", "understudy site approve " + report.run() + " '" + asked.id() + "'"))));
        }
        if (report.result().isPresent() && !ends) {
            points.add(Html.element(
                    "li",
                    Html.text("The run can go on where it stands: "),
                    Html.element("code", "understudy site resume " + report.run())));
        }
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "left",
                        ends ? "To be known" : "What is left to do",
                        List.of(Html.element("ul").with("class", "left").holding(points))));
    }

    private static boolean isFinal(String result) {
        return result.equals("FINISHED") || result.equals("ABORTED");
    }

    static Optional<Section> timeline(SiteReport report, Clock clock) {
        if (report.members().stream().allMatch(row -> row.stays().isEmpty())) {
            return Optional.empty();
        }
        Html.Element figure = Html.element(
                "figure",
                new SiteDrawing(report, clock).element(),
                Html.element("figcaption").holding(key(), note(report, clock)));
        return Optional.of(new Section("timeline", "Timeline", List.of(figure)));
    }

    private static Html key() {
        return Html.element("ul")
                .with("class", "key")
                .holding(
                        TimelineSection.entry("installing", "under way"),
                        TimelineSection.entry("drained", "failed or broken off"),
                        TimelineSection.entry("nowhere", "out of reach"),
                        TimelineSection.entry("outage", "measured outage"));
    }

    private static Html note(SiteReport report, Clock clock) {
        return Html.element(
                "p",
                "Times are those of " + clock.name(report.from())
                        + ". An outage is drawn where it lies within its member's time, which it does not where the member was"
                        + " simulated; the table of outages has all of them.");
    }

    static Section waves(SiteReport report) {
        Table table = new Table("Waves", List.of("Wave", "Tier", "Members", "Done", "Failed", "Left out"));
        report.waves()
                .forEach(wave -> table.row(
                        wave.failed() > 0 ? Html.element("tr").with("class", "mind") : Html.element("tr"),
                        List.of(
                                Html.text(wave.wave()),
                                Html.text(wave.tier()),
                                number(wave.members()),
                                number(wave.done()),
                                number(wave.failed()),
                                number(wave.skipped()))));
        return new Section("waves", "Waves", List.of(table.element()));
    }

    private static Html number(int number) {
        return Html.text(String.valueOf(number));
    }

    static Section members(SiteReport report, Clock clock) {
        Table table = new Table(
                "Members", List.of("Member", "Wave", "Stands", "Began", "Took", "Outages", "Own run", "How it went"));
        report.members().forEach(row -> table.row(member(row), cells(row, clock)));
        return new Section("members", "Members", List.of(table.element()));
    }

    private static Html.Element member(MemberRow row) {
        boolean mind = row.standing() != Standing.DONE || row.finding().isPresent();
        return mind ? Html.element("tr").with("class", "mind") : Html.element("tr");
    }

    private static List<Html> cells(MemberRow row, Clock clock) {
        Html begin = row.stays().isEmpty()
                ? Html.text("not begun")
                : clock.timeElement(row.stays().getFirst().from());
        return List.of(
                Html.text(row.member()),
                Html.text(row.wave()),
                Html.text(word(row.standing())),
                begin,
                Html.text(took(row)),
                Html.text(row.outages() == 0 ? "none" : row.outages() + ", " + Spans.of(row.outage())),
                Html.element("code", row.run().orElse("none")),
                Html.text(row.note()));
    }

    static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** All times together in which it was under way. */
    private static String took(MemberRow row) {
        return row.stays().stream()
                .flatMap(stay -> stay.until().map(until -> java.time.Duration.between(stay.from(), until)).stream())
                .reduce(java.time.Duration::plus)
                .map(Spans::of)
                .orElse("");
    }

    static Optional<Section> outages(SiteReport report, Clock clock) {
        Table table = new Table("Outages", List.of("Member", "Group", "From", "Until", "Length"));
        report.members().forEach(row -> row.measured().forEach(each -> table.row(outage(row, each, clock))));
        return table.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("outages", "Outages", List.of(table.element())));
    }

    private static List<Html> outage(MemberRow row, MemberOutage outage, Clock clock) {
        return List.of(
                Html.text(row.member()),
                Html.text(outage.group().value()),
                tenths(outage.from(), clock),
                tenths(outage.until(), clock),
                Html.text(Spans.of(outage.length())));
    }

    private static Html tenths(Instant at, Clock clock) {
        return Clock.element(at, clock.tenths(at));
    }

    static Optional<Section> people(SiteReport report, Clock clock) {
        Table table = new Table("Questions", List.of("Asked", "Question", "Answer", "By", "When"));
        report.questions()
                .forEach(asked -> table.row(
                        asked.yes().isEmpty() ? Html.element("tr").with("class", "mind") : Html.element("tr"),
                        List.of(
                                clock.timeElement(asked.at()),
                                Html.text(asked.text()),
                                Html.text(asked.yes()
                                        .map(yes -> yes ? "yes" : "no")
                                        .orElse("none yet")),
                                Html.text(asked.by().orElse("")),
                                asked.answered().<Html>map(clock::timeElement).orElseGet(() -> Html.text("")))));
        return table.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("people", "Who decided what", List.of(table.element())));
    }

    static Html.Element footer(SiteReport report, Clock clock) {
        return Html.element(
                "footer",
                Html.element(
                        "p",
                        "Made by Understudy from the journal of site run " + report.run()
                                + ", and complete in this one file. Times are those of " + clock.name(report.from())
                                + "; the journal's last event is of " + clock.dayAndTime(report.latest()) + "."
                                + report.by()
                                        .map(by -> " " + by + " started it.")
                                        .orElse("")),
                Html.element(
                        "p",
                        Html.text("The same as JSON: "),
                        Html.element("code", "understudy site report " + report.run() + " --output json"),
                        Html.text(". One member's own report: "),
                        Html.element("code", "understudy report RUN --html FILE"),
                        Html.text(", with the name of its run.")));
    }
}
