package understudy.driver.pacemaker.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.model.Ordered;

/**
 * One element of what a cluster tool printed: its name, attributes and child elements. Text is not kept; the tools put
 * everything that is read here into attributes.
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children) {
    public XmlElement {
        attributes = Ordered.copy(attributes);
        children = List.copyOf(children);
    }

    /** The attribute's value, or the empty string where it is not there. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** True if the attribute says {@code true}, as the tools write it; false for all else. */
    public boolean flag(String attribute) {
        return attribute(attribute).equals("true");
    }

    /** The attribute as a whole number, or {@code otherwise} where it is none. {@code INFINITY} is 1,000,000, as in Pacemaker. */
    public int number(String attribute, int otherwise) {
        return Score.parse(attribute(attribute)).orElse(otherwise);
    }

    /** The children with this name, in their order. */
    public List<XmlElement> all(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    /** The elements at the end of this path, each name one level down: a name that occurs elsewhere is not met. */
    public Stream<XmlElement> at(String... path) {
        var found = Stream.of(this);
        for (String step : path) {
            found = found.flatMap(element -> element.all(step).stream());
        }
        return found;
    }

    /** The first element at the end of this path. */
    public Optional<XmlElement> first(String... path) {
        return at(path).findFirst();
    }
}
