package understudy.cli.report.html;

import java.util.ArrayList;
import java.util.List;

/** A table with a caption and named columns, in a box of its own that scrolls where the screen is narrow. */
final class Table {
    private static final int SHORT = 24;
    private final String name;
    private final List<String> columns;
    private final List<Html.Element> rows = new ArrayList<>();

    Table(String name, List<String> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
    }

    /** The first cell is what the row is about. */
    Table row(List<Html> cells) {
        return row(Html.element("tr"), cells);
    }

    Table row(Html.Element row, List<Html> cells) {
        Html.Element filled = row;
        for (int i = 0; i < cells.size(); i++) {
            Html.Element cell = i == 0 ? Html.element("th").with("scope", "row") : Html.element("td");
            String length = length(cells.get(i)) <= SHORT ? "short" : "long";
            filled = filled.holding(cell.with("class", length).holding(cells.get(i)));
        }
        rows.add(filled);
        return this;
    }

    /** Names, times and lengths of time stay on one line; what is longer has room to be read and may break anywhere. */
    private static int length(Html html) {
        return switch (html) {
            case Html.Text(String text) -> text.length();
            case Html.Element element ->
                element.content().stream().mapToInt(Table::length).sum();
            case Html.Style _ -> 0;
        };
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Html.Element element() {
        Html.Element head = Html.element("tr")
                .holding(columns.stream()
                        .map(column -> Html.element("th", column).with("scope", "col"))
                        .toList());
        return Html.element("div")
                .with("class", "scroll")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", name + ", table")
                .holding(Html.element(
                        "table",
                        Html.element("caption", name),
                        Html.element("thead", head),
                        Html.element("tbody").holding(rows)));
    }
}
