package understudy.cli.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import understudy.cli.report.SiteReport;

/** The report of a site run as text. */
public final class SitePage {
    private static final int LONGEST_NOTE = 160;

    private SitePage() {}

    public static List<String> lines(SiteReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("Site run " + report.run() + " of " + report.site() + ": "
                + report.result().orElse("under way") + ". " + report.note());
        lines.add("");
        report.notices().forEach(notice -> lines.add("! " + notice));
        int width = report.members().stream()
                .mapToInt(row -> row.member().length())
                .max()
                .orElse(1);
        for (SiteReport.MemberRow row : report.members()) {
            lines.add("  " + Text.pad(row.member(), width) + "  " + Text.pad(word(row), 10) + "  "
                    + outages(row.outages(), row.outage()) + "  " + shortened(row.note()));
            row.finding().ifPresent(finding -> lines.add("    ! " + finding));
        }
        lines.add("");
        report.pools().forEach(pool -> lines.add(pool.sentence()));
        report.compared().forEach(lines::add);
        report.warnings().forEach(warning -> lines.add("! " + warning));
        report.questions().forEach(asked -> lines.add(asked(asked)));
        lines.add("In all: " + outages(report.outages(), report.outage()) + ".");
        return lines.stream().map(Printable::line).toList();
    }

    private static String asked(SiteReport.Asked asked) {
        String answer = asked.yes()
                .map(yes -> (yes ? "yes" : "no") + ", by " + asked.by().orElse("") + " at "
                        + asked.answered().map(Object::toString).orElse(""))
                .orElse("no answer yet");
        return "? " + asked.id() + ": " + asked.text() + " " + answer;
    }

    private static String word(SiteReport.MemberRow row) {
        return row.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The whole of it stands in the member's own report. */
    private static String shortened(String note) {
        return note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE - 3) + "...";
    }

    static String outages(int number, Duration sum) {
        return number == 0 ? "no outage" : Text.count(number, "outage") + ", " + Spans.of(sum);
    }
}
