package understudy.cli.report.html;

/** The hatchings by which kinds of bars differ without their colour. */
final class Patterns {
    static final Html.Element ELEMENT = Html.element(
            "defs",
            pattern("hatched-drained", "6", Html.element("path").with("d", "M -1 7 L 7 -1 M -1 1 L 1 -1 M 5 7 L 7 5")),
            pattern("hatched-restarting", "4", Html.element("path").with("d", "M 1 0 L 1 4")),
            pattern("hatched-verifying", "4", Html.element("path").with("d", "M 0 1 L 4 1")),
            pattern("hatched-outage", "6", Html.element("path").with("d", "M -1 -1 L 7 7 M -1 5 L 1 7 M 5 -1 L 7 1")),
            pattern("hatched-nowhere", "6", Html.element("path").with("d", "M 2 3 L 4 3")));

    private Patterns() {}

    private static Html.Element pattern(String id, String size, Html.Element lines) {
        return Html.element("pattern")
                .with("id", id)
                .with("width", size)
                .with("height", size)
                .with("patternUnits", "userSpaceOnUse")
                .holding(Html.element("rect").with("width", size).with("height", size), lines);
    }
}
