package understudy.cli.report.html;

import java.util.Set;
import understudy.cli.view.Printable;

/** Writes a page's elements as HTML. */
final class HtmlWriter {
    private static final Set<String> VOID = Set.of("meta", "link", "br", "hr");
    private static final Set<String> OWN_LINE = Set.of(
            "head", "meta", "link", "title", "style", "body", "header", "main", "footer", "nav", "section", "h1", "h2",
            "h3", "p", "ul", "ol", "li", "dl", "div", "table", "caption", "thead", "tbody", "tr", "figure", "svg", "g");
    private final StringBuilder out = new StringBuilder(64 * 1024);

    private HtmlWriter() {}

    /** A whole document. */
    static String document(Html.Element html) {
        HtmlWriter writer = new HtmlWriter();
        writer.out.append("<!doctype html>\n");
        writer.write(html);
        return writer.out.append('\n').toString();
    }

    private void write(Html html) {
        switch (html) {
            case Html.Text(String text) -> escape(text);
            case Html.Style(StyleSheet sheet) ->
                out.append("<style>").append(sheet.text()).append("</style>\n");
            case Html.Element element -> write(element);
        }
    }

    private void write(Html.Element element) {
        out.append('<').append(element.name());
        for (Html.Attribute attribute : element.attributes()) {
            out.append(' ').append(attribute.name()).append("=\"");
            escape(attribute.value());
            out.append('"');
        }
        out.append('>');
        if (!VOID.contains(element.name())) {
            element.content().forEach(this::write);
            out.append("</").append(element.name()).append('>');
        }
        if (OWN_LINE.contains(element.name())) {
            out.append('\n');
        }
    }

    private void escape(String text) {
        Printable.line(text).codePoints().forEach(sign -> {
            switch (sign) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(Character.getType(sign) == Character.SURROGATE ? '?' : sign);
            }
        });
    }
}
