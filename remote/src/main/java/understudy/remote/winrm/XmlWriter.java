package understudy.remote.winrm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML: names are ours, every value is escaped.
 *
 * <p>Line breaks and tabs go as character references, because a reader must turn a bare carriage return into a line feed (XML 1.0,
 * section 2.11) and the JDK's own writer leaves them bare.
 */
final class XmlWriter {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; the attributes are names and values in turn. */
    XmlWriter start(String name, String... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
        text.append('>');
        open.push(name);
        return this;
    }

    XmlWriter value(String value) {
        escape(value);
        return this;
    }

    XmlWriter end() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that holds nothing but this value. */
    XmlWriter element(String name, String value, String... attributes) {
        return start(name, attributes).value(value).end();
    }

    /** Closes what is open. */
    byte[] bytes() {
        while (!open.isEmpty()) {
            end();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether XML 1.0 has a way to write every character of it (section 2.2). */
    static boolean canHold(String value) {
        return value.codePoints()
                .allMatch(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000);
    }

    private void escape(String value) {
        if (!canHold(value)) {
            throw new IllegalArgumentException("XML has no way to write a character of this value");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\t', '\n', '\r' -> text.append("&#").append((int) c).append(';');
                default -> text.append(c);
            }
        }
    }
}
