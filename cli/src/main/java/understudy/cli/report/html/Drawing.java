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

/**
 * The timeline as SVG. It has no coordinate system of its own: across it is measured in per cent of whatever width there is, down and
 * in its letters in pixels, so that it reads the same on a phone and on paper.
 */
final class Drawing {
    private static final int AXIS = 34;
    private static final int NODE_ROW = 52;
    private static final int GROUP_ROW = 74;
    private static final int LETTERS = 13;
    private static final int BAR = 20;
    private final RunReport report;
    private final Clock clock;
    private final TimeAxis axis;
    private final List<Html> drawn = new ArrayList<>();
    private int down = AXIS;

    Drawing(RunReport report, Clock clock) {
        this.report = report;
        this.clock = clock;
        this.axis = new TimeAxis(report.timeline().sittings());
    }

    Html.Element element() {
        report.timeline().groups().forEach(this::group);
        report.timeline().nodes().forEach(this::node);
        List<Html> all = new ArrayList<>();
        all.add(Html.element("title", "The run over time").with("id", "drawing-title"));
        all.add(Html.element("desc", description()).with("id", "drawing-description"));
        all.add(Patterns.ELEMENT);
        all.addAll(new AxisDrawing(axis, clock, down).elements());
        all.addAll(drawn);
        return Html.element("svg")
                .with("class", "drawing")
                .with("role", "img")
                .with("aria-labelledby", "drawing-title drawing-description")
                .with("width", "100%")
                .with("height", String.valueOf(down + 4))
                .holding(all);
    }

    /** A bar of one kind; what its kind looks like is the style sheet's. */
    static Html.Element bar(String kind, String from, String width, int top, int height) {
        return Html.element("rect")
                .with("class", "bar " + kind)
                .with("x", from)
                .with("y", String.valueOf(top))
                .with("width", width)
                .with("height", String.valueOf(height));
    }

    private void node(Timeline.NodeRow row) {
        label(row.node().value(), "node");
        int top = down + LETTERS + 6;
        List<Html> marks = new ArrayList<>();
        marks.add(bar("idle", "0", "100%", top, BAR));
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
        return bar(
                        kind,
                        at(span.from()),
                        width(span.from(), span.until()),
                        lasts ? top : top + 4,
                        lasts ? BAR : BAR - 8)
                .holding(Html.element("title", span.step().orElse(kind) + when(span.from(), span.until())));
    }

    private void group(Timeline.GroupRow row) {
        label(row.group().value(), "group");
        int top = down + LETTERS + 6;
        List<Html> marks = new ArrayList<>();
        for (Timeline.Stay stay : row.stays()) {
            marks.add(bar(
                            stay.nodes().isEmpty() ? "nowhere" : "stay",
                            at(stay.from()),
                            width(stay.from(), stay.until()),
                            top,
                            BAR)
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
        double share = axis.position(stay.until()) - axis.position(from);
        String name = nodes(stay);
        if (share * 9 < name.length() * 8 + 16) {
            return;
        }
        boolean narrow = share * 3.2 < name.length() * 8 + 16;
        marks.add(Html.element("svg")
                .with("x", at(from))
                .with("y", String.valueOf(top))
                .with("width", width(from, stay.until()))
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
        double from = axis.position(outage.from());
        marks.add(bar("outage", at(outage.from()), width(outage.from(), outage.until()), top - 3, BAR + 6)
                .holding(Html.element(
                        "title", "outage of " + Spans.of(outage.length()) + when(outage.from(), outage.until()))));
        double middle = (from + axis.position(outage.until())) / 2;
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
        drawn.add(Html.element("text", kind + " ")
                .with("class", "name")
                .with("x", "0")
                .with("y", String.valueOf(down + LETTERS))
                .holding(Html.element("tspan", Shortened.of(name, 40)).with("class", "strong")));
    }

    private String at(Instant at) {
        return TimeAxis.perCent(axis.position(at));
    }

    private String width(Instant from, Instant until) {
        return TimeAxis.perCent(Math.max(0, axis.position(until) - axis.position(from)));
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
