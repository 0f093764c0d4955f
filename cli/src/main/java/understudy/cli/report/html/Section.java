package understudy.cli.report.html;

import java.util.List;

/** A part of the report with a heading that can be linked to. */
record Section(String id, String title, List<Html> content) {
    Section {
        content = List.copyOf(content);
    }

    Html.Element element() {
        return Html.element("section")
                .with("id", id)
                .with("aria-labelledby", id + "-title")
                .holding(Html.element("h2", title).with("id", id + "-title"))
                .holding(content);
    }
}
