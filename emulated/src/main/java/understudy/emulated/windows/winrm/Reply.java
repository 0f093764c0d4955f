package understudy.emulated.windows.winrm;

import java.io.ByteArrayOutputStream;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a listener's envelopes. */
final class Reply {
    private Reply() {}

    /** What stands in an envelope's body. */
    interface Body {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    static byte[] of(String action, String relatesTo, Body body) {
        try {
            var bytes = new ByteArrayOutputStream();
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartElement("s:Envelope");
            xml.writeNamespace("s", Names.ENVELOPE);
            xml.writeNamespace("a", Names.ADDRESS);
            xml.writeNamespace("w", Names.WSMAN);
            xml.writeNamespace("x", Names.TRANSFER);
            xml.writeNamespace("rsp", Names.SHELL);
            xml.writeNamespace("f", Names.FAULT);
            xml.writeNamespace("wsmid", Names.IDENTIFY);
            xml.writeStartElement("s:Header");
            if (!action.isEmpty()) {
                element(xml, "a:Action", action);
                element(xml, "a:MessageID", "uuid:" + UUID.randomUUID());
                element(xml, "a:To", Names.ADDRESS + "/role/anonymous");
                element(xml, "a:RelatesTo", relatesTo);
            }
            xml.writeEndElement();
            xml.writeStartElement("s:Body");
            body.write(xml);
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("an envelope cannot be written to memory", impossible);
        }
    }

    static byte[] fault(String relatesTo, WsmanRefusal refusal) {
        return of(Names.WSMAN.replace("wsman.xsd", "fault"), relatesTo, xml -> {
            xml.writeStartElement("s:Fault");
            xml.writeStartElement("s:Code");
            element(xml, "s:Value", "s:Receiver");
            xml.writeStartElement("s:Subcode");
            element(xml, "s:Value", refusal.subcode());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("s:Reason");
            xml.writeStartElement("s:Text");
            xml.writeAttribute("xml:lang", "en-US");
            xml.writeCharacters(refusal.text());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("s:Detail");
            xml.writeStartElement("f:WSManFault");
            xml.writeAttribute("Code", Long.toString(refusal.code()));
            xml.writeAttribute("Machine", "localhost");
            element(xml, "f:Message", refusal.text());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
