package understudy.cli.report.html;

import java.util.List;

/** What every page of ours has: its head, its contents, its parts one below the other. */
final class Page {
    private Page() {}

    /** What a window's title says. */
    record Head(String title, String run) {}

    static String document(Head head, Html.Element masthead, List<Section> sections, Html.Element footer) {
        return HtmlWriter.document(Html.element(
                        "html",
                        head(head),
                        Html.element(
                                "body",
                                Html.element("a", "To the report")
                                        .with("class", "skip")
                                        .with("href", "#report"),
                                masthead,
                                contents(sections),
                                Html.element("main")
                                        .with("id", "report")
                                        .holding(sections.stream()
                                                .map(Section::element)
                                                .toList()),
                                footer))
                .with("lang", "en"));
    }

    private static Html.Element head(Head head) {
        StyleSheet look = StyleSheet.ofTheReport();
        return Html.element(
                "head",
                Html.element("meta").with("charset", "utf-8"),
                Html.element("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", look.policy()),
                meta("viewport", "width=device-width, initial-scale=1"),
                meta("color-scheme", "light dark"),
                meta("referrer", "no-referrer"),
                meta("generator", "Understudy"),
                Html.element("link").with("rel", "icon").with("href", "data:,"),
                Html.element("title", head.title() + ": run " + head.run()),
                new Html.Style(look));
    }

    private static Html.Element meta(String name, String content) {
        return Html.element("meta").with("name", name).with("content", content);
    }

    private static Html.Element contents(List<Section> sections) {
        return Html.element("nav")
                .with("aria-label", "Contents")
                .holding(Html.element("ul")
                        .holding(sections.stream()
                                .map(section -> Html.element(
                                        "li", Html.element("a", section.title()).with("href", "#" + section.id())))
                                .toList()));
    }
}
