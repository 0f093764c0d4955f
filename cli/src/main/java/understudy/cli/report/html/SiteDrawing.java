package understudy.cli.report.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.cli.report.SiteReport;
import understudy.cli.report.SiteReport.MemberRow;
import understudy.cli.report.SiteReport.Stay;
import understudy.cli.view.Spans;
import understudy.core.site.MemberOutage;
import understudy.core.site.MemberResult;

/** A site's members over time as SVG: a row for each, with its outages; large sites in narrow rows without names. */
final class SiteDrawing {
    private static final int BAR = 14;
    private static final int ROW = 40;
    private static final int NAMED = 60;
    private static final int NARROW_BAR = 2;
    private static final int NARROW_ROW = 3;
    private static final int MOST = 600;

    private final SiteReport report;
    private final Clock clock;
    private final Canvas canvas;
    private final boolean narrow;
    private final List<Html> drawn = new ArrayList<>();
    private int down = Canvas.TOP;

    SiteDrawing(SiteReport report, Clock clock) {
        this.report = report;
        this.clock = clock;
        this.canvas = new Canvas(new TimeAxis(report.sittings()), clock);
        this.narrow = report.members().size() > NAMED;
    }

    Html.Element element() {
        report.members().stream().limit(MOST).forEach(this::member);
        return canvas.of(drawn, down, "The members over time", description());
    }

    private void member(MemberRow row) {
        int top = narrow ? down : down + Canvas.LETTERS + 6;
        int height = narrow ? NARROW_BAR : BAR;
        if (!narrow) {
            label(row);
        }
        List<Html> marks = new ArrayList<>();
        marks.add(Canvas.idle(top, height));
        row.stays().forEach(stay -> marks.add(stay(row, stay, top, height)));
        row.measured().stream()
                .filter(outage -> isWithin(row, outage))
                .forEach(outage -> marks.add(outage(outage, top, height)));
        drawn.add(Html.element("g").with("class", "row").holding(marks));
        down += narrow ? NARROW_ROW : ROW;
    }

    private void label(MemberRow row) {
        String more = row.outages() == 0 ? "" : ", " + Headline.outages(row.outages()) + ", " + Spans.of(row.outage());
        drawn.add(Canvas.label(down)
                .holding(
                        Html.element("tspan", Shortened.of(row.member(), 24)).with("class", "strong"),
                        Html.text(" " + SiteSections.word(row.standing())),
                        Html.element("tspan", more).with("class", "wide")));
    }

    private Html stay(MemberRow row, Stay stay, int top, int height) {
        Instant until = stay.until().orElse(report.latest());
        String words = row.member() + " " + stay.result().map(SiteDrawing::word).orElse("under way") + ", "
                + clock.time(stay.from()) + " to " + clock.time(until);
        return canvas.bar(kind(stay.result()), stay.from(), until, top, height).holding(Html.element("title", words));
    }

    private Html outage(MemberOutage outage, int top, int height) {
        return canvas.bar("outage", outage.from(), outage.until(), top - 2, height + 4)
                .holding(Html.element("title", "outage of " + outage.group() + ", " + Spans.of(outage.length())));
    }

    private boolean isWithin(MemberRow row, MemberOutage outage) {
        return row.stays().stream()
                .anyMatch(stay -> !outage.from().isBefore(stay.from())
                        && !outage.until().isAfter(stay.until().orElse(report.latest())));
    }

    private static String kind(Optional<MemberResult> result) {
        return result.map(ended -> switch (ended) {
                    case DONE -> "installing";
                    case FAILED, BROKEN_OFF -> "drained";
                    case AWAY -> "nowhere";
                })
                .orElse("installing");
    }

    private static String word(MemberResult result) {
        return switch (result) {
            case DONE -> "done";
            case FAILED -> "failed";
            case BROKEN_OFF -> "broken off";
            case AWAY -> "out of reach";
        };
    }

    private String description() {
        int left = report.members().size() - MOST;
        return "From " + clock.dayAndTime(report.from()) + " to " + clock.dayAndTime(report.latest()) + ", "
                + report.members().size() + " members in " + report.waves().size() + " waves"
                + (left > 0 ? ", of which the first " + MOST + " are drawn" : "") + ". "
                + new SiteHeadline(report).users() + " The tables below have every member and outage.";
    }
}
