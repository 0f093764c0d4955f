package understudy.remote.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotingTest {
    private static final String ALPHABET = "ab '\"\\$`!*?[]{}()<>|&;#~=%^-\n\t\r\u0001äß€😀\u00a0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "'",
                "''",
                "\"",
                "it's",
                "a'b\"c",
                "\\",
                "\\'",
                "\n",
                "a\nb\n",
                "$HOME",
                "$(id)",
                "`id`",
                "*",
                "?",
                "[a-z]",
                "{a,b}",
                "~",
                "~root",
                "-n",
                "--",
                "-",
                "!",
                "!!",
                "#",
                "a#b",
                "A=b",
                "&&",
                "|",
                ";",
                ">/tmp/x",
                "2>&1",
                "if",
                "ä€😀",
                "\t",
                "\r",
                "%s",
                "'; id; '",
                "\u007f\u0001"
            })
    void aRealShellReadsBackWhatWasQuoted(String argument) throws Exception {
        assertThat(readBack(List.of(argument, "and", argument))).containsExactly(argument, "and", argument);
    }

    @Test
    void aRealShellReadsBackRandomArguments() throws Exception {
        var random = new Random(20_261_121);
        for (int round = 0; round < 60; round++) {
            var arguments = new ArrayList<String>();
            for (int i = 0; i < 40; i++) {
                arguments.add(randomText(random));
            }
            assertThat(readBack(arguments)).as("seed 20261121, round %d", round).isEqualTo(arguments);
        }
    }

    @Test
    void aWordOfTheShellsGrammarIsTakenForAProgram() {
        assertThat(Quoting.posix(List.of("if", "true"))).isEqualTo("'if' true");
        assertThat(Quoting.posix(List.of("A=b"))).isEqualTo("'A=b'");
    }

    @Test
    void refusesWhatNoProgramCanBeGiven() {
        assertThatThrownBy(() -> Quoting.posix(List.of("echo", "a\0b"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quoting.posix(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static String randomText(Random random) {
        var text = new StringBuilder();
        var points = ALPHABET.codePoints().toArray();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    /** Lets /bin/sh take the line apart; printf ends each argument with a NUL, which no argument can hold. */
    private static List<String> readBack(List<String> arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("/usr/bin/printf", "%s\\0"));
        words.addAll(arguments);
        var process = new ProcessBuilder("/bin/sh", "-c", Quoting.posix(words)).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return List.of(output.substring(0, output.length() - 1).split("\0", -1));
    }
}
