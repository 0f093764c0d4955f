package understudy.cli.report.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a drawing of rows over time stands on. It has no coordinate system of its own: across it is measured in per cent of whatever width
 * there is, down and in its letters in pixels, so that it reads the same on a phone and on paper.
 */
record Canvas(TimeAxis axis, Clock clock) {
    /** Where the rows begin. */
    static final int TOP = 34;

    /** The height of a row's letters. */
    static final int LETTERS = 13;

    /** The drawing with its axis; {@code down} is where its rows end. */
    Html.Element of(List<Html> rows, int down, String title, String description) {
        List<Html> all = new ArrayList<>();
        all.add(Html.element("title", title).with("id", "drawing-title"));
        all.add(Html.element("desc", description).with("id", "drawing-description"));
        all.add(Patterns.ELEMENT);
        all.addAll(new AxisDrawing(axis, clock, down).elements());
        all.addAll(rows);
        return Html.element("svg")
                .with("class", "drawing")
                .with("role", "img")
                .with("aria-labelledby", "drawing-title drawing-description")
                .with("width", "100%")
                .with("height", String.valueOf(down + 4))
                .holding(all);
    }

    /** What is behind a row in which nothing is. */
    static Html.Element idle(int top, int height) {
        return bar("idle", "0", "100%", top, height);
    }

    /** A bar of one kind over a time; what its kind looks like is the style sheet's. */
    Html.Element bar(String kind, Instant from, Instant until, int top, int height) {
        return bar(kind, at(from), width(from, until), top, height);
    }

    /** The same where from and how wide are known already. */
    static Html.Element bar(String kind, String from, String width, int top, int height) {
        return Html.element("rect")
                .with("class", "bar " + kind)
                .with("x", from)
                .with("y", String.valueOf(top))
                .with("width", width)
                .with("height", String.valueOf(height));
    }

    /** The line above a row. */
    static Html.Element label(int down) {
        return Html.element("text").with("class", "name").with("x", "0").with("y", String.valueOf(down + LETTERS));
    }

    String at(Instant at) {
        return TimeAxis.perCent(axis.position(at));
    }

    String width(Instant from, Instant until) {
        return TimeAxis.perCent(Math.max(0, axis.position(until) - axis.position(from)));
    }
}
