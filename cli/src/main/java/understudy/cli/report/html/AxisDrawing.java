package understudy.cli.report.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import understudy.cli.view.Spans;

/** The clock along the top of the timeline, its lines, and the breaks in which nobody carried the run. */
record AxisDrawing(TimeAxis axis, Clock clock, int height) {
    private static final int TOP = 24;

    List<Html> elements() {
        List<Html> elements = new ArrayList<>();
        for (TimeAxis.Tick tick : axis.ticks(clock.zone())) {
            String kind = tick.minor() ? "tick wide" : "tick";
            elements.add(Html.element("line")
                    .with("class", kind)
                    .with("x1", TimeAxis.perCent(tick.position()))
                    .with("x2", TimeAxis.perCent(tick.position()))
                    .with("y1", String.valueOf(TOP))
                    .with("y2", String.valueOf(height)));
            elements.add(Html.element("text", label(tick.at()))
                    .with("class", tick.minor() ? "hour wide" : "hour")
                    .with("x", TimeAxis.perCent(tick.position()))
                    .with("y", "15")
                    .with("text-anchor", anchor(tick.position())));
        }
        axis.breaks().forEach(pause -> elements.add(pause(pause)));
        return elements;
    }

    private Html pause(TimeAxis.Break pause) {
        return Canvas.bar(
                        "break",
                        TimeAxis.perCent(pause.from()),
                        TimeAxis.perCent(pause.to() - pause.from()),
                        TOP,
                        height - TOP)
                .holding(Html.element("title", "not carried for " + Spans.of(pause.length())));
    }

    private String label(Instant at) {
        if (axis.isFine()) {
            return clock.time(at);
        }
        String minute = clock.minute(at);
        return minute.equals("00:00") ? clock.shortDay(at) : minute;
    }

    private static String anchor(double position) {
        return position < 4 ? "start" : position > 96 ? "end" : "middle";
    }
}
