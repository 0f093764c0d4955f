package understudy.cli.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a page. What comes from a cluster or a person can only become {@link Text} or an attribute's value, which are escaped when
 * they are written; there is no way past that.
 */
sealed interface Html {
    /** Words, written so that no browser takes them for anything else. */
    record Text(String text) implements Html {}

    /** Our own style sheet, the only thing that is written as it is. */
    record Style(StyleSheet sheet) implements Html {}

    /** An element with its attributes and content. */
    record Element(String name, List<Attribute> attributes, List<Html> content) implements Html {
        private static final Pattern NAMES = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");

        public Element {
            if (!NAMES.matcher(name).matches() || name.equalsIgnoreCase("script")) {
                throw new IllegalArgumentException("A page has no element " + name + ".");
            }
            attributes = List.copyOf(attributes);
            content = List.copyOf(content);
        }

        Element with(String attribute, String value) {
            List<Attribute> more = new ArrayList<>(attributes);
            more.add(new Attribute(attribute, value));
            return new Element(name, more, content);
        }

        Element holding(List<? extends Html> children) {
            List<Html> more = new ArrayList<>(content);
            more.addAll(children);
            return new Element(name, attributes, more);
        }

        Element holding(Html... children) {
            return holding(List.of(children));
        }

        Element saying(String text) {
            return holding(new Text(text));
        }
    }

    /** A name and a value. A link leads only to another place of the same page, and nothing is loaded. */
    record Attribute(String name, String value) {
        private static final Pattern NAMES = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");

        public Attribute {
            boolean acts = name.startsWith("on") || name.equals("src") || name.equals("style");
            boolean leads = name.equals("href") && !value.startsWith("#") && !value.equals("data:,");
            if (!NAMES.matcher(name).matches() || acts || leads) {
                throw new IllegalArgumentException(
                        "A page has no attribute " + name + " with the value " + value + ".");
            }
        }
    }

    static Element element(String name) {
        return new Element(name, List.of(), List.of());
    }

    /** An element with words in it. */
    static Element element(String name, String text) {
        return element(name).saying(text);
    }

    static Element element(String name, Html... children) {
        return element(name).holding(children);
    }

    static Text text(String text) {
        return new Text(text);
    }
}
