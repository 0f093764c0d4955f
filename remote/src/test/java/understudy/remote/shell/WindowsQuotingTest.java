package understudy.remote.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsQuotingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "plain",
                "two words",
                "\"",
                "\\",
                "\\\\",
                "a\\",
                "a b\\",
                "a b\\\\",
                "\\\"",
                "\\\\\"",
                "say \"hello\" \\",
                "C:\\Program Files\\Exchange\\",
                "& del x",
                "%PATH%",
                "^&",
                "a\nb",
                "a\r\nb",
                "\ttab",
                "'single'",
                "|<>()!;,=",
                "\" & calc & \"",
                "\u00fc\ud83d\ude00"
            })
    void anArgumentIsReadBackAsItIs(String argument) {
        var arguments = List.of("program.exe", argument, "next", argument);
        assertThat(readBack(WindowsQuoting.line(arguments))).isEqualTo(arguments);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void argumentsOfAnyCharactersAreReadBackAsTheyAre(long seed) {
        var random = new Random(seed);
        var arguments = new ArrayList<>(List.of("C:\\some dir\\program"));
        for (int i = random.nextInt(6); i > 0; i--) {
            var argument = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                argument.append("\\\\\\\"\"\" \t\n&%^!ab".charAt(random.nextInt(15)));
            }
            arguments.add(argument.toString());
        }
        assertThat(readBack(WindowsQuoting.line(arguments))).as("seed %d", seed).isEqualTo(arguments);
    }

    static Stream<Long> seeds() {
        return new Random(20261121).longs(500).boxed();
    }

    @Test
    void whatNeedsNoQuotesHasNone() {
        assertThat(WindowsQuoting.line(List.of("msiexec.exe", "/i", "C:\\x\\y.msi", "REBOOT=ReallySuppress", "/l*v")))
                .isEqualTo("msiexec.exe /i C:\\x\\y.msi REBOOT=ReallySuppress \"/l*v\"");
    }

    @Test
    void refusesANulAQuotationMarkInTheProgramsNameAndNothing() {
        assertThatThrownBy(() -> WindowsQuoting.line(List.of("a", "b\0c"))).hasMessageContaining("NUL");
        assertThatThrownBy(() -> WindowsQuoting.line(List.of("a\" & calc"))).hasMessageContaining("quotation mark");
        assertThatThrownBy(() -> WindowsQuoting.line(List.of())).hasMessageContaining("nothing to quote");
    }

    @Test
    void namesWhatCmdWouldChange() {
        assertThat(WindowsQuoting.hazardBehindCmd(List.of("sc.exe", "query", "a & b", "^|<>()")))
                .isEmpty();
        assertThat(WindowsQuoting.hazardBehindCmd(List.of("C:\\a b\\c.exe")))
                .contains("the program's name needs quotes");
        assertThat(WindowsQuoting.hazardBehindCmd(List.of("x", "%PATH%"))).contains("an argument holds %");
        assertThat(WindowsQuoting.hazardBehindCmd(List.of("x", "\" & calc")))
                .contains("an argument holds a quotation mark");
        assertThat(WindowsQuoting.hazardBehindCmd(List.of("x", "a\nb"))).contains("an argument holds a line break");
        assertThat(WindowsQuoting.hazardBehindCmd(List.of("x", "!a!"))).contains("an argument holds !");
    }

    /** CommandLineToArgvW as its documentation describes it, written apart from the quoting. */
    private static List<String> readBack(String line) {
        var arguments = new ArrayList<String>();
        int at = 0;
        var program = new StringBuilder();
        for (boolean within = false; at < line.length() && (within || line.charAt(at) > ' '); at++) {
            if (line.charAt(at) == '"') {
                within = !within;
            } else {
                program.append(line.charAt(at));
            }
        }
        arguments.add(program.toString());
        while (true) {
            while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
                at++;
            }
            if (at == line.length()) {
                return arguments;
            }
            var argument = new StringBuilder();
            boolean within = false;
            while (at < line.length() && (within || (line.charAt(at) != ' ' && line.charAt(at) != '\t'))) {
                int slashes = 0;
                while (at < line.length() && line.charAt(at) == '\\') {
                    slashes++;
                    at++;
                }
                if (at < line.length() && line.charAt(at) == '"') {
                    argument.repeat('\\', slashes / 2);
                    if (slashes % 2 == 1) {
                        argument.append('"');
                    } else {
                        within = !within;
                    }
                    at++;
                } else {
                    argument.repeat('\\', slashes);
                    if (at < line.length() && (within || (line.charAt(at) != ' ' && line.charAt(at) != '\t'))) {
                        argument.append(line.charAt(at++));
                    }
                }
            }
            arguments.add(argument.toString());
        }
    }
}
