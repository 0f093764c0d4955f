package understudy.driver.bigfix.wire;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML that a server sent: read without document types and without anything from outside. */
public final class Document {
    private static final DocumentBuilderFactory FACTORY = factory();

    private Document() {}

    private static DocumentBuilder builder() {
        try {
            synchronized (FACTORY) {
                var builder = FACTORY.newDocumentBuilder();
                builder.setErrorHandler(null);
                return builder;
            }
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("this Java reads no XML", missing);
        }
    }

    /** The root element; empty where it is no XML of one. */
    public static Optional<Element> read(String text) {
        try {
            return Optional.ofNullable(
                    builder().parse(new InputSource(new StringReader(text))).getDocumentElement());
        } catch (SAXException | IOException broken) {
            return Optional.empty();
        }
    }

    private static DocumentBuilderFactory factory() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setExpandEntityReferences(false);
            return factory;
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("this Java reads no XML", missing);
        }
    }

    /** The children of that name, in order. */
    public static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = parent.getChildNodes();
        for (int at = 0; at < nodes.getLength(); at++) {
            if (nodes.item(at) instanceof Element element
                    && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    /** The first child of that name. */
    public static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** What stands in the first child of that name. */
    public static Optional<String> text(Element parent, String name) {
        return child(parent, name).map(element -> element.getTextContent().strip());
    }

    /** All elements of that name below, at any depth, in order. */
    public static List<Element> below(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = parent.getElementsByTagName(name);
        for (int at = 0; at < nodes.getLength(); at++) {
            if (nodes.item(at) instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
