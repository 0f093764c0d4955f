package understudy.cli.report.html;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.cli.report.SiteReport;

/** The report of a site's run as one HTML file that can be opened, sent and printed as it is. */
public final class SiteHtml {
    private SiteHtml() {}

    /**
     * The whole file.
     *
     * @param zone by whose clock the times are written
     */
    public static String of(SiteReport report, ZoneId zone) {
        Clock clock = new Clock(zone);
        SiteHeadline headline = new SiteHeadline(report);
        List<Section> sections = Stream.of(
                        SiteSections.left(report),
                        SiteSections.timeline(report, clock),
                        Optional.of(SiteSections.waves(report)),
                        Optional.of(SiteSections.members(report, clock)),
                        SiteSections.outages(report, clock),
                        SiteSections.people(report, clock))
                .flatMap(Optional::stream)
                .toList();
        return Page.document(
                new Page.Head(headline.title(), report.run()),
                SiteMasthead.of(headline, clock),
                sections,
                SiteSections.footer(report, clock));
    }
}
