package understudy.cli.report.html;

import java.time.Duration;
import java.util.Locale;
import understudy.cli.report.SiteReport;
import understudy.cli.view.Spans;
import understudy.core.site.MemberState.Standing;

/** What a site's run was, in as few sentences as one reads at night. */
record SiteHeadline(SiteReport report) {
    String title() {
        String site = report.site();
        return switch (result()) {
            case "finished" -> site + " is patched";
            case "incomplete" -> site + " is patched in part";
            case "stopped" -> "The run on " + site + " has stopped";
            case "aborted" -> "The run on " + site + " was aborted";
            default -> site + " is being patched";
        };
    }

    /** As a word; {@code under way} while it goes on. */
    String result() {
        return report.result().map(result -> result.toLowerCase(Locale.ROOT)).orElse("under way");
    }

    String users() {
        return report.outages() == 0
                ? "No outage was measured."
                : "The users of " + interrupted() + (interrupted() == 1 ? " member" : " members")
                        + " were interrupted, " + times(report.outages()) + ", for " + Spans.of(report.outage())
                        + " in all.";
    }

    private long interrupted() {
        return report.members().stream().filter(row -> row.outages() > 0).count();
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    long done() {
        return count(Standing.DONE);
    }

    long count(Standing standing) {
        return report.members().stream()
                .filter(row -> row.standing() == standing)
                .count();
    }

    Duration took() {
        return Duration.between(report.from(), report.latest());
    }
}
