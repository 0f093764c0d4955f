package understudy.remote.winrm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A node's envelope, read without trust: no document types, no entities, nothing fetched; its size has been bounded before. */
final class SoapAnswer {
    private static final ErrorHandler STRICT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    };

    private final Document document;

    private SoapAnswer(Document document) {
        this.document = document;
    }

    static SoapAnswer read(byte[] xml) throws UnreadableAnswer {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(STRICT);
            var document = builder.parse(new ByteArrayInputStream(xml));
            if (!"Envelope".equals(document.getDocumentElement().getLocalName())) {
                throw new UnreadableAnswer("it is XML but no SOAP envelope");
            }
            return new SoapAnswer(document);
        } catch (SAXException odd) {
            throw new UnreadableAnswer("it is not the XML that WinRM sends", odd);
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("this Java reads no XML safely", missing);
        } catch (IOException impossible) {
            throw impossible instanceof UnreadableAnswer odd
                    ? odd
                    : new UnreadableAnswer("it is not in the encoding that it names", impossible);
        }
    }

    /** All elements of a name, in their order. */
    List<Element> all(String namespace, String name) {
        var found = document.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    Optional<Element> first(String namespace, String name) {
        return all(namespace, name).stream().findFirst();
    }

    Optional<String> text(String namespace, String name) {
        return first(namespace, name).map(Element::getTextContent).map(String::strip);
    }

    /** The fault that it is, where it is one. */
    Optional<WsmanFault> fault() {
        if (first(Soap.SOAP, "Fault").isEmpty()) {
            return Optional.empty();
        }
        var values = all(Soap.SOAP, "Value");
        var subcode = values.isEmpty() ? "" : values.getLast().getTextContent().strip();
        var code = first(Soap.FAULT, "WSManFault")
                .map(detail -> detail.getAttribute("Code"))
                .filter(text -> text.matches("\\d{1,10}"))
                .map(Long::parseLong)
                .orElse(-1L);
        var message =
                text(Soap.FAULT, "Message").or(() -> text(Soap.SOAP, "Text")).orElse("");
        return Optional.of(new WsmanFault(code, subcode.substring(subcode.indexOf(':') + 1), message));
    }
}
