package understudy.remote.winrm;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import understudy.remote.shell.WindowsQuoting;

/** Writes the requests of a remote shell's life: MS-WSMV sections 3.1.4.1 (shells) and 2.2.4 (their bodies). */
final class Envelopes {
    /** What a listener of WinRM 1.1 and 2.0 takes at most; later ones take more. */
    private static final String MOST_BYTES = "153600";

    /** After this long without a request the node ends a shell by itself, so that one which we lost does not stay. */
    private static final String IDLE = "PT600.000S";

    private final WinRmEndpoint endpoint;

    Envelopes(WinRmEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Asks who is there; nothing changes by it. */
    byte[] identify() {
        return new XmlWriter()
                .start("s:Envelope", "xmlns:s", Soap.SOAP, "xmlns:wsmid", Soap.IDENTITY)
                .element("s:Header", "")
                .start("s:Body")
                .element("wsmid:Identify", "")
                .bytes();
    }

    byte[] create(Duration timeout) {
        return options(
                        header(Soap.TRANSFER + "/Create", timeout),
                        "WINRS_NOPROFILE",
                        "FALSE",
                        "WINRS_CODEPAGE",
                        "65001")
                .end()
                .start("s:Body")
                .start("rsp:Shell")
                .element("rsp:IdleTimeOut", IDLE)
                .element("rsp:InputStreams", "stdin")
                .element("rsp:OutputStreams", "stdout stderr")
                .bytes();
    }

    /** Asks for the program itself, without cmd.exe in front; what heeds that, {@link Identity} knows. */
    byte[] command(String shell, List<String> arguments, Duration timeout) {
        var program = WindowsQuoting.line(arguments.subList(0, 1));
        var rest = WindowsQuoting.line(arguments).substring(program.length()).strip();
        var envelope = options(
                        selector(header(Soap.SHELL + "/Command", timeout), shell),
                        "WINRS_CONSOLEMODE_STDIN",
                        "FALSE",
                        "WINRS_SKIP_CMD_SHELL",
                        "TRUE")
                .end()
                .start("s:Body")
                .start("rsp:CommandLine")
                .element("rsp:Command", program);
        return (rest.isEmpty() ? envelope : envelope.element("rsp:Arguments", rest)).bytes();
    }

    byte[] send(String shell, String command, byte[] input, boolean last, Duration timeout) {
        var stream = last
                ? new String[] {"Name", "stdin", "CommandId", command, "End", "true"}
                : new String[] {"Name", "stdin", "CommandId", command};
        return selector(header(Soap.SHELL + "/Send", timeout), shell)
                .end()
                .start("s:Body")
                .start("rsp:Send")
                .element("rsp:Stream", Base64.getEncoder().encodeToString(input), stream)
                .bytes();
    }

    byte[] receive(String shell, String command, Duration timeout) {
        return selector(header(Soap.SHELL + "/Receive", timeout), shell)
                .end()
                .start("s:Body")
                .start("rsp:Receive")
                .element("rsp:DesiredStream", "stdout stderr", "CommandId", command)
                .bytes();
    }

    byte[] terminate(String shell, String command, Duration timeout) {
        return selector(header(Soap.SHELL + "/Signal", timeout), shell)
                .end()
                .start("s:Body")
                .start("rsp:Signal", "CommandId", command)
                .element("rsp:Code", Soap.TERMINATE)
                .bytes();
    }

    byte[] delete(String shell, Duration timeout) {
        return selector(header(Soap.TRANSFER + "/Delete", timeout), shell)
                .end()
                .element("s:Body", "")
                .bytes();
    }

    private XmlWriter header(String action, Duration timeout) {
        var must = new String[] {"s:mustUnderstand", "true"};
        return new XmlWriter()
                .start(
                        "s:Envelope",
                        "xmlns:s",
                        Soap.SOAP,
                        "xmlns:a",
                        Soap.ADDRESSING,
                        "xmlns:w",
                        Soap.WSMAN,
                        "xmlns:p",
                        Soap.MICROSOFT,
                        "xmlns:rsp",
                        Soap.SHELL)
                .start("s:Header")
                .element("a:To", endpoint.toString())
                .element("w:ResourceURI", Soap.CMD, must)
                .start("a:ReplyTo")
                .element("a:Address", Soap.ANONYMOUS, must)
                .end()
                .element("a:Action", action, must)
                .element("w:MaxEnvelopeSize", MOST_BYTES, must)
                .element("a:MessageID", "uuid:" + UUID.randomUUID())
                .element("w:Locale", "", "xml:lang", "en-US", "s:mustUnderstand", "false")
                .element("p:DataLocale", "", "xml:lang", "en-US", "s:mustUnderstand", "false")
                .element("w:OperationTimeout", seconds(timeout));
    }

    private static XmlWriter selector(XmlWriter header, String shell) {
        return header.start("w:SelectorSet")
                .element("w:Selector", shell, "Name", "ShellId")
                .end();
    }

    private static XmlWriter options(XmlWriter header, String... pairs) {
        header.start("w:OptionSet");
        for (int i = 0; i < pairs.length; i += 2) {
            header.element("w:Option", pairs[i + 1], "Name", pairs[i]);
        }
        return header.end();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "PT%.3fS", duration.toMillis() / 1000.0);
    }
}
