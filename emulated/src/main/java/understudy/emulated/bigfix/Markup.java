package understudy.emulated.bigfix;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML. */
final class Markup {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    static Markup besapi() {
        return new Markup()
                .start(
                        "BESAPI",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "xsi:noNamespaceSchemaLocation",
                        "BESAPI.xsd");
    }

    /** Opens an element; the attributes are names and values in turn. */
    Markup start(String name, String... attributes) {
        text.append('<').append(name);
        for (int at = 0; at < attributes.length; at += 2) {
            text.append(' ')
                    .append(attributes[at])
                    .append("=\"")
                    .append(escaped(attributes[at + 1]))
                    .append('"');
        }
        text.append('>');
        open.push(name);
        return this;
    }

    Markup end() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    Markup element(String name, Object value, String... attributes) {
        start(name, attributes);
        text.append(escaped(value.toString()));
        return end();
    }

    String whole() {
        while (!open.isEmpty()) {
            end();
        }
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
