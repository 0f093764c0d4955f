package understudy.driver.pacemaker.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of a cluster tool into a tree. What a node answers is not trusted: document types and entities are refused, and
 * size, depth and number of elements are bounded.
 */
public final class XmlReader {
    private static final int LONGEST = 16 << 20;
    private static final int DEEPEST = 64;
    private static final int MOST = 400_000;

    private XmlReader() {}

    /**
     * @param what is named in the sentence of the exception, such as {@code the answer of crm_mon on n1}
     * @throws UnreadableXml where the text is not well-formed, or holds what is refused
     */
    public static XmlElement read(String what, String text) throws UnreadableXml {
        if (text.length() > LONGEST) {
            throw new UnreadableXml(
                    what + " has " + text.length() + " characters, more than the " + LONGEST + " allowed.");
        }
        try {
            return tree(what, factory().createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException malformed) {
            throw new UnreadableXml(what + " is not well-formed XML: " + firstLine(malformed) + ".");
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static XmlElement tree(String what, XMLStreamReader reader) throws XMLStreamException, UnreadableXml {
        Deque<Open> open = new ArrayDeque<>();
        var document = new Open("", Map.of());
        open.push(document);
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST || open.size() > DEEPEST) {
                        throw new UnreadableXml(what + " has more or deeper elements than are allowed.");
                    }
                    open.push(new Open(reader.getLocalName(), attributes(reader)));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    var ended = open.pop().ended();
                    open.element().children.add(ended);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableXml(what + " holds a document type or an entity, which are refused.");
                default -> {}
            }
        }
        return document.children.getFirst();
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static String firstLine(XMLStreamException malformed) {
        return String.valueOf(malformed.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** An element whose end has not been read. */
    private record Open(String name, Map<String, String> attributes, List<XmlElement> children) {
        Open(String name, Map<String, String> attributes) {
            this(name, attributes, new ArrayList<>());
        }

        XmlElement ended() {
            return new XmlElement(name, attributes, children);
        }
    }
}
