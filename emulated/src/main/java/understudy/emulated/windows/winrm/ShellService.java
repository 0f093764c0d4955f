package understudy.emulated.windows.winrm;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import understudy.emulated.windows.CommandHost;

/** The operations on shells, MS-WSMV section 3.1.4, each from a request to the envelope that answers it. */
final class ShellService {
    private static final Duration USUAL_IDLE_TIMEOUT = Duration.ofHours(2);
    private static final String STATE = Names.SHELL + "/CommandState/";

    private final CommandHost host;
    private final WinRmOptions options;
    private final Shells shells;

    ShellService(CommandHost host, WinRmOptions options, Shells shells) {
        this.host = host;
        this.options = options;
        this.shells = shells;
    }

    byte[] answer(Request request, String account) throws WsmanRefusal, InterruptedException, PowerLost {
        return switch (request.action()) {
            case "Identify" -> identify();
            case "Create" -> create(request, account);
            case "Command" -> command(request, account);
            case "Send" -> send(request, account);
            case "Receive" -> receive(request, account);
            case "Signal" -> signal(request, account);
            case "Delete" -> delete(request, account);
            default -> throw WsmanRefusal.noSuchAction(request.action());
        };
    }

    private byte[] identify() {
        return Reply.of("", "", xml -> {
            xml.writeStartElement("wsmid:IdentifyResponse");
            Reply.element(xml, "wsmid:ProtocolVersion", Names.WSMAN);
            Reply.element(xml, "wsmid:ProductVendor", "Microsoft Corporation");
            Reply.element(xml, "wsmid:ProductVersion", options.version().text());
            xml.writeEndElement();
        });
    }

    private byte[] create(Request request, String account) throws WsmanRefusal {
        var shell = shells.create(account, idleTimeout(request));
        return Reply.of(Names.TRANSFER + "/CreateResponse", request.messageId(), xml -> {
            xml.writeStartElement("x:ResourceCreated");
            Reply.element(xml, "a:Address", "/wsman");
            xml.writeStartElement("a:ReferenceParameters");
            Reply.element(xml, "w:ResourceURI", Names.SHELL + "/cmd");
            xml.writeStartElement("w:SelectorSet");
            xml.writeStartElement("w:Selector");
            xml.writeAttribute("Name", "ShellId");
            xml.writeCharacters(shell.id());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("rsp:Shell");
            Reply.element(xml, "rsp:ShellId", shell.id());
            Reply.element(xml, "rsp:Owner", account);
            Reply.element(xml, "rsp:InputStreams", "stdin");
            Reply.element(xml, "rsp:OutputStreams", "stdout stderr");
            xml.writeEndElement();
        });
    }

    private static Duration idleTimeout(Request request) {
        try {
            return request.shellValue("IdleTimeOut").map(Duration::parse).orElse(USUAL_IDLE_TIMEOUT);
        } catch (DateTimeException odd) {
            return USUAL_IDLE_TIMEOUT;
        }
    }

    private byte[] command(Request request, String account) throws WsmanRefusal {
        var shell = shells.of(account, request.shellId());
        var line = Stream.concat(
                        Stream.of(request.shellValue("Command").orElse("")), request.shellValues("Arguments").stream())
                .collect(Collectors.joining(" "));
        var direct = request.option("WINRS_SKIP_CMD_SHELL") && options.version().startsProgramsItself();
        // How a shell hands a line to cmd.exe is known from process listings only (docs/winrm.md).
        var started = direct ? line : "C:\\Windows\\system32\\cmd.exe /C " + line;
        var asked = request.shellAttribute("CommandLine", "CommandId");
        var id = asked.isEmpty() ? RemoteShell.newId() : asked;
        shell.start(id, options.limits().commandsPerShell(), () -> new RunningCommand(host, account, started));
        return Reply.of(Names.SHELL + "/CommandResponse", request.messageId(), xml -> {
            xml.writeStartElement("rsp:CommandResponse");
            Reply.element(xml, "rsp:CommandId", id);
            xml.writeEndElement();
        });
    }

    private byte[] send(Request request, String account) throws WsmanRefusal, InterruptedException {
        var last = request.shellAttribute("Stream", "End");
        shells.of(account, request.shellId())
                .command(request.shellAttribute("Stream", "CommandId"))
                .input()
                .send(request.input(), last.equalsIgnoreCase("true") || last.equals("1"), request.timeout());
        return empty("SendResponse", request);
    }

    private byte[] receive(Request request, String account) throws WsmanRefusal, InterruptedException, PowerLost {
        var id = request.shellAttribute("DesiredStream", "CommandId");
        var portion = shells.of(account, request.shellId()).command(id).output().take(request.timeout());
        return Reply.of(Names.SHELL + "/ReceiveResponse", request.messageId(), xml -> {
            xml.writeStartElement("rsp:ReceiveResponse");
            stream(xml, "stdout", id, portion.output());
            stream(xml, "stderr", id, portion.error());
            xml.writeStartElement("rsp:CommandState");
            xml.writeAttribute("CommandId", id);
            xml.writeAttribute("State", STATE + (portion.exit().isPresent() ? "Done" : "Running"));
            if (portion.exit().isPresent()) {
                Reply.element(
                        xml, "rsp:ExitCode", Integer.toString(portion.exit().getAsInt()));
            }
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private static void stream(XMLStreamWriter xml, String name, String command, byte[] bytes)
            throws XMLStreamException {
        if (bytes.length > 0) {
            xml.writeStartElement("rsp:Stream");
            xml.writeAttribute("Name", name);
            xml.writeAttribute("CommandId", command);
            xml.writeCharacters(Base64.getEncoder().encodeToString(bytes));
            xml.writeEndElement();
        }
    }

    private byte[] signal(Request request, String account) throws WsmanRefusal {
        shells.of(account, request.shellId()).forget(request.shellAttribute("Signal", "CommandId"));
        return empty("SignalResponse", request);
    }

    private byte[] delete(Request request, String account) throws WsmanRefusal {
        shells.delete(shells.of(account, request.shellId()));
        return Reply.of(Names.TRANSFER + "/DeleteResponse", request.messageId(), xml -> {});
    }

    private static byte[] empty(String name, Request request) {
        return Reply.of(Names.SHELL + "/" + name, request.messageId(), xml -> xml.writeEmptyElement("rsp:" + name));
    }
}
