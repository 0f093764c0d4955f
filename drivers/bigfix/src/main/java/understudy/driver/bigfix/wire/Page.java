package understudy.driver.bigfix.wire;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document that is being written: names are ours, every value is escaped by the writer. */
public final class Page {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    /** Begins it with its root; the attributes are names and values in turn. */
    public Page(String root, String... attributes) {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("text in memory cannot be written", impossible);
        }
        start(root, attributes);
    }

    /** A BES document. */
    public static Page bes() {
        return new Page(
                "BES",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:noNamespaceSchemaLocation",
                "BES.xsd");
    }

    /** Opens an element. */
    public Page start(String name, String... attributes) {
        return write(() -> {
            writer.writeStartElement(name);
            for (int at = 0; at < attributes.length; at += 2) {
                writer.writeAttribute(attributes[at], checked(attributes[at + 1]));
            }
        });
    }

    /** Closes the last one. */
    public Page end() {
        return write(writer::writeEndElement);
    }

    /** An element that holds nothing but this. */
    public Page element(String name, String value, String... attributes) {
        start(name, attributes);
        write(() -> writer.writeCharacters(checked(value)));
        return end();
    }

    /** The whole of it. */
    public String whole() {
        write(writer::writeEndDocument);
        return text.toString();
    }

    private interface Writing {
        void go() throws XMLStreamException;
    }

    private Page write(Writing writing) {
        try {
            writing.go();
            return this;
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("an element is closed that is not open", broken);
        }
    }

    /** XML 1.0 has no way to write some characters (section 2.2). */
    private static String checked(String value) {
        boolean holds = value.codePoints()
                .allMatch(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000);
        if (!holds) {
            throw new IllegalArgumentException("XML has no way to write a character of this value");
        }
        return value;
    }
}
