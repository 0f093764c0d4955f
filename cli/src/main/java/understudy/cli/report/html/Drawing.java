package understudy.cli.report.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import understudy.cli.report.MeasuredOutage;
import understudy.cli.report.RunReport;
import understudy.cli.report.Timeline;
import understudy.cli.report.Timeline.What;
import understudy.cli.view.Spans;
import understudy.core.model.NodeId;

/** The timeline of a run as SVG: a row for each group and each node. */
final class Drawing {
    private static final int NODE_ROW = 52;
    private static final int GROUP_ROW = 74;
    private static final int BAR = 20;
    private final RunReport report;
    private final Clock clock;
    private final Canvas canvas;
    private final List<Html> drawn = new ArrayList<>();
    private int down = Canvas.TOP;

    Drawing(RunReport report, Clock clock) {
        this.report = report;
        this.clock = clock;
        this.canvas = new Canvas(new TimeAxis(report.timeline().sittings()), clock);
    }

    Html.Element element() {
        report.timeline().groups().forEach(this::group);
        report.timeline().nodes().forEach(this::node);
        return canvas.of(drawn, down, "The run over time", description());
    }

    private void node(Timeline.NodeRow row) {
        label(row.node().value(), "node");
        int top = down + Canvas.LETTERS + 6;
        List<Html> marks = new ArrayList<>();
        marks.add(Canvas.idle(top, BAR));
        row.spans().stream()
                .sorted(Comparator.comparing(Timeline.Span::what))
                .forEach(span -> marks.add(span(span, top)));
        drawn.add(Html.element("g").with("class", "row").holding(marks));
        down += NODE_ROW;
    }

    /** What lasts is as high as the row, what is done on the node lies within it. */
    private Html span(Timeline.Span span, int top) {
        boolean lasts = span.what() == What.SERVING || span.what() == What.DRAINED;
        String kind = span.what().name().toLowerCase(Locale.ROOT);
        return canvas.bar(kind, span.from(), span.until(), lasts ? top : top + 4, lasts ? BAR : BAR - 8)
                .holding(Html.element("title", span.step().orElse(kind) + when(span.from(), span.until())));
    }

    private void group(Timeline.GroupRow row) {
        label(row.group().value(), "group");
        int top = down + Canvas.LETTERS + 6;
        List<Html> marks = new ArrayList<>();
        for (Timeline.Stay stay : row.stays()) {
            marks.add(canvas.bar(stay.nodes().isEmpty() ? "nowhere" : "stay", stay.from(), stay.until(), top, BAR)
                    .holding(Html.element("title", nodes(stay) + when(stay.from(), stay.until()))));
            named(row, stay, top, marks);
        }
        double free = 0;
        for (MeasuredOutage outage : report.measured()) {
            if (outage.group().equals(row.group())) {
                free = outage(outage, top, free, marks);
            }
        }
        drawn.add(Html.element("g").with("class", "row").holding(marks));
        down += free > 0 ? GROUP_ROW : NODE_ROW;
    }

    /** A stay is named where its bar has room, and on a narrow screen only where it has much. */
    private void named(Timeline.GroupRow row, Timeline.Stay stay, int top, List<Html> marks) {
        Instant from = seen(row, stay);
        double share = canvas.axis().position(stay.until()) - canvas.axis().position(from);
        String name = nodes(stay);
        if (share * 9 < name.length() * 8 + 16) {
            return;
        }
        boolean narrow = share * 3.2 < name.length() * 8 + 16;
        marks.add(Html.element("svg")
                .with("x", canvas.at(from))
                .with("y", String.valueOf(top))
                .with("width", canvas.width(from, stay.until()))
                .with("height", String.valueOf(BAR))
                .holding(Html.element("text", name)
                        .with("class", narrow ? "where wide" : "where")
                        .with("x", "8")
                        .with("y", "14")));
    }

    /** Where the stay's bar is first seen: after the outage in which it begins. */
    private Instant seen(Timeline.GroupRow row, Timeline.Stay stay) {
        return report.measured().stream()
                .filter(outage -> outage.group().equals(row.group())
                        && !outage.from().isAfter(stay.from())
                        && outage.until().isAfter(stay.from()))
                .map(MeasuredOutage::until)
                .max(Instant::compareTo)
                .orElse(stay.from());
    }

    /** Draws the outage and gives the position from which on the next one's words have room. */
    private double outage(MeasuredOutage outage, int top, double free, List<Html> marks) {
        double from = canvas.axis().position(outage.from());
        marks.add(canvas.bar("outage", outage.from(), outage.until(), top - 3, BAR + 6)
                .holding(Html.element(
                        "title", "outage of " + Spans.of(outage.length()) + when(outage.from(), outage.until()))));
        double middle = (from + canvas.axis().position(outage.until())) / 2;
        marks.add(Html.element("svg")
                .with("class", "pointer")
                .with("x", TimeAxis.perCent(middle))
                .with("y", String.valueOf(top + BAR + 4))
                .holding(Html.element("path").with("class", "outage-mark").with("d", "M 0 0 L 5 8 L -5 8 Z")));
        if (from < free) {
            return free;
        }
        String anchor = middle < 12 ? "start" : middle > 88 ? "end" : "middle";
        marks.add(Html.element("text", "outage " + Spans.of(outage.length()))
                .with("class", "outage-words")
                .with("x", TimeAxis.perCent(middle))
                .with("y", String.valueOf(top + BAR + 25))
                .with("text-anchor", anchor));
        return from + 26;
    }

    private void label(String name, String kind) {
        drawn.add(Canvas.label(down)
                .holding(
                        Html.text(kind + " "),
                        Html.element("tspan", Shortened.of(name, 40)).with("class", "strong")));
    }

    private String when(Instant from, Instant until) {
        return ", " + clock.time(from) + " to " + clock.time(until);
    }

    private static String nodes(Timeline.Stay stay) {
        return stay.nodes().isEmpty()
                ? "not told by the journal"
                : stay.nodes().stream().map(NodeId::value).collect(Collectors.joining(", "));
    }

    private String description() {
        return "From " + clock.dayAndTime(report.began()) + " to " + clock.dayAndTime(report.latest()) + ". "
                + report.timeline().groups().stream()
                        .map(row -> "Group " + row.group() + " was on "
                                + row.stays().stream().map(Drawing::nodes).collect(Collectors.joining(", then "))
                                + ".")
                        .collect(Collectors.joining(" "))
                + " " + new Headline(report).users() + " The tables below have every step and outage.";
    }
}
