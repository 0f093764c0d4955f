package understudy.cli.report.html;

import java.util.ArrayList;
import java.util.List;
import understudy.cli.report.SiteReport;
import understudy.cli.view.Spans;
import understudy.core.site.MemberState.Standing;

/** The top of a site's page: how it ended, what the users noticed, four figures. */
final class SiteMasthead {
    private SiteMasthead() {}

    static Html.Element of(SiteHeadline headline, Clock clock) {
        SiteReport report = headline.report();
        return Html.element(
                        "header",
                        Html.element(
                                        "p",
                                        Html.text("Run " + report.run() + ", "),
                                        Clock.element(report.from(), clock.dayAndTime(report.from())),
                                        Html.text(" to "),
                                        Clock.element(report.latest(), end(report, clock)))
                                .with("class", "eyebrow"),
                        Html.element("h1", headline.title()),
                        Html.element("p", headline.users()).with("class", "headline"),
                        Html.element("p", report.note()).with("class", "sentence"),
                        Html.element("dl")
                                .with("class", "figures")
                                .holding(
                                        figure(
                                                "Members done",
                                                headline.done() + " of "
                                                        + report.members().size(),
                                                others(headline)),
                                        figure(
                                                "Outage measured",
                                                report.outages() == 0 ? "none" : Spans.of(report.outage()),
                                                Headline.outages(report.outages())),
                                        figure(
                                                "Waves",
                                                String.valueOf(report.waves().size()),
                                                report.procedure().orElse("given by the inventory")),
                                        figure("The whole took", Spans.of(headline.took()), sittings(report))))
                .with("class", "masthead " + headline.result().replace(' ', '-'));
    }

    private static String end(SiteReport report, Clock clock) {
        boolean sameDay = clock.day(report.from()).equals(clock.day(report.latest()));
        return sameDay ? clock.time(report.latest()) : clock.dayAndTime(report.latest());
    }

    private static String others(SiteHeadline headline) {
        List<String> others = new ArrayList<>();
        add(others, headline.count(Standing.FAILED) + headline.count(Standing.BROKEN_OFF), " failed");
        add(others, headline.count(Standing.AWAY), " out of reach");
        add(others, headline.count(Standing.SKIPPED), " left out");
        add(others, headline.count(Standing.UNDER_WAY), " under way");
        add(others, headline.count(Standing.WAITING), " not begun");
        return others.isEmpty() ? "all of them" : String.join(", ", others);
    }

    private static void add(List<String> words, long number, String what) {
        if (number > 0) {
            words.add(number + what);
        }
    }

    private static String sittings(SiteReport report) {
        int number = report.sittings().size();
        return number == 1 ? "in one go" : "resumed " + (number == 2 ? "once" : (number - 1) + " times");
    }

    private static Html.Element figure(String name, String value, String more) {
        return Html.element(
                "div",
                Html.element("dt", name),
                Html.element("dd", value).with("class", "value"),
                Html.element("dd", more));
    }
}
