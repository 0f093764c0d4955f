package understudy.remote.winrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Envelopes are written so that no value breaks out, and read without trust. */
class SoapTest {
    private static final String BEGIN = "<s:Envelope xmlns:s='" + Soap.SOAP + "' xmlns:r='" + Soap.SHELL + "'><s:Body>";
    private static final String END = "</s:Body></s:Envelope>";

    @ParameterizedTest
    @ValueSource(strings = {"plain", "<a>", "&amp;", "]]>", "\"'", "a\r\nb\tc", " spaced ", "\u00fc\ud83d\ude00", ""})
    void aValueIsReadBackAsItIsFromAnElementAndFromAnAttribute(String value) throws UnreadableAnswer {
        var xml = new XmlWriter()
                .start("s:Envelope", "xmlns:s", Soap.SOAP, "at", value)
                .element("s:Body", value)
                .bytes();
        var read = SoapAnswer.read(xml);
        assertThat(read.first(Soap.SOAP, "Body").orElseThrow().getTextContent()).isEqualTo(value);
        assertThat(read.first(Soap.SOAP, "Envelope").orElseThrow().getAttribute("at"))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01", "0b", "1f", "fffe"})
    void aCharacterThatXmlCannotHoldIsRefused(String code) {
        var value = "a" + Character.toString(HexFormat.fromHexDigits(code));
        assertThat(XmlWriter.canHold(value)).isFalse();
        assertThatThrownBy(() -> new XmlWriter().element("a", value)).hasMessageContaining("no way to write");
        assertThat(XmlWriter.canHold("\ud800")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><s>&x;</s>",
                "<!DOCTYPE s [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><s>&b;</s>",
                "<html/>",
                "no xml",
                "<s:Envelope/>",
                "<a><b></a>"
            })
    void whatIsNoPlainEnvelopeIsUnreadable(String xml) {
        assertThatThrownBy(() -> SoapAnswer.read(xml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableAnswer.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3010, 3010", "-1, -1", "4294967295, -1", "3221225786, -1073741510"})
    void anExitCodeIsTheSame32BitsWithAndWithoutASign(String written, int exit) throws UnreadableAnswer {
        assertThat(received("<r:CommandState State='" + Soap.DONE + "'><r:ExitCode>" + written
                                + "</r:ExitCode></r:CommandState>")
                        .exit())
                .isEqualTo(OptionalInt.of(exit));
    }

    @Test
    void outputComesInPiecesOfTwoStreams() throws UnreadableAnswer {
        var received = received("<r:Stream Name='stdout'>YWI=</r:Stream><r:Stream Name='stderr'>ZQ==</r:Stream>"
                + "<r:Stream Name='stdout'>Yw==\n</r:Stream><r:Stream Name='stdout' End='true'/>"
                + "<r:CommandState State='" + Soap.SHELL + "/CommandState/Running'/>");
        assertThat(new String(received.output(), StandardCharsets.UTF_8)).isEqualTo("abc");
        assertThat(new String(received.error(), StandardCharsets.UTF_8)).isEqualTo("e");
        assertThat(received.exit()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<r:CommandState State='http://schemas.microsoft.com/wbem/wsman/1/windows/shell/CommandState/Done'/>",
                "<r:Stream Name='stdout'>Y</r:Stream><r:CommandState State='x'/>"
            })
    void outputThatMakesNoSenseIsUnreadable(String body) {
        assertThatThrownBy(() -> received(body)).isInstanceOf(UnreadableAnswer.class);
    }

    @ParameterizedTest
    @CsvSource({
        "OS: 5.2.3790 SP: 2.0 Stack: 1.1, true",
        "OS: 6.0.6002 SP: 2.0 Stack: 2.0, true",
        "OS: 6.1.7601 SP: 1.0 Stack: 2.0, true",
        "OS: 6.3.9600 SP: 0.0 Stack: 3.0, false",
        "OS: 10.0.17763 SP: 0.0 Stack: 3.0, false",
        "OS: 0.0.0 SP: 0.0 Stack: 3.0, false",
        "'', false"
    })
    void onlyAWindowsThatIsKnownToStartProgramsItselfCountsAsSuch(String version, boolean itself) {
        assertThat(new Identity(version).startsProgramsItself()).isEqualTo(itself);
    }

    private static Received received(String body) throws UnreadableAnswer {
        return Received.of(SoapAnswer.read((BEGIN + body + END).getBytes(StandardCharsets.UTF_8)));
    }
}
