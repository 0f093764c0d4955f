package understudy.emulated.windows.winrm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A client's envelope. */
final class Request {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

    private final Document document;

    private Request(Document document) {
        this.document = document;
    }

    static Request read(byte[] soap) throws WsmanRefusal {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new Request(builder.parse(new ByteArrayInputStream(soap)));
        } catch (SAXException | IOException odd) {
            throw WsmanRefusal.unreadable("it is not well-formed");
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("this Java reads no XML", missing);
        }
    }

    /** The last word of the action: Create, Command, Send, Receive, Signal, Delete; or Identify, which has no action. */
    String action() {
        var action = element(Names.ADDRESS, "Action").map(Request::content).orElse("");
        return action.isEmpty() && element(Names.IDENTIFY, "Identify").isPresent()
                ? "Identify"
                : action.substring(action.lastIndexOf('/') + 1);
    }

    String messageId() {
        return element(Names.ADDRESS, "MessageID").map(Request::content).orElse("");
    }

    String shellId() {
        return elements(Names.WSMAN, "Selector").stream()
                .filter(selector -> selector.getAttribute("Name").equals("ShellId"))
                .map(Request::content)
                .findFirst()
                .orElse("");
    }

    boolean option(String name) {
        return elements(Names.WSMAN, "Option").stream()
                .anyMatch(option -> option.getAttribute("Name").equals(name)
                        && content(option).equalsIgnoreCase("true"));
    }

    Duration timeout() {
        var text = element(Names.WSMAN, "OperationTimeout").map(Request::content);
        try {
            return text.isEmpty() ? USUAL_TIMEOUT : Duration.parse(text.get());
        } catch (DateTimeException odd) {
            return USUAL_TIMEOUT;
        }
    }

    /** The value of an element of the shell's namespace. */
    Optional<String> shellValue(String name) {
        return element(Names.SHELL, name).map(Element::getTextContent);
    }

    /** The values of all such elements. */
    List<String> shellValues(String name) {
        return elements(Names.SHELL, name).stream().map(Element::getTextContent).toList();
    }

    /** An attribute of an element of the shell's namespace. */
    String shellAttribute(String name, String attribute) {
        return element(Names.SHELL, name)
                .map(element -> element.getAttribute(attribute))
                .orElse("");
    }

    /** What is to be read by the command. */
    byte[] input() throws WsmanRefusal {
        try {
            return Base64.getMimeDecoder().decode(shellValue("Stream").orElse(""));
        } catch (IllegalArgumentException odd) {
            throw WsmanRefusal.unreadable("its stream is not in Base64");
        }
    }

    private Optional<Element> element(String namespace, String name) {
        return elements(namespace, name).stream().findFirst();
    }

    private List<Element> elements(String namespace, String name) {
        var found = document.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static String content(Element element) {
        return element.getTextContent().strip();
    }
}
