package understudy.cli.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import understudy.cli.report.SiteReport;

/** The report of a site run as text. */
public final class SitePage {
    private SitePage() {}

    public static List<String> lines(SiteReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("Site run " + report.run() + " of " + report.site() + ": "
                + report.result().orElse("under way") + ". " + report.note());
        lines.add("");
        int width = report.members().stream()
                .mapToInt(row -> row.member().length())
                .max()
                .orElse(1);
        for (SiteReport.MemberRow row : report.members()) {
            lines.add("  " + String.format(Locale.ROOT, "%-" + width + "s", row.member()) + "  "
                    + String.format(
                            Locale.ROOT,
                            "%-10s",
                            row.standing().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    + "  " + outages(row.outages(), row.outage()) + "  " + row.note());
        }
        lines.add("");
        lines.add("In all: " + outages(report.outages(), report.outage()) + ".");
        return lines;
    }

    private static String outages(int number, java.time.Duration sum) {
        return number == 0 ? "no outage" : number + (number == 1 ? " outage, " : " outages, ") + Spans.of(sum);
    }
}
