package understudy.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlLineTest {
    @Test
    void writesAPersonsYaml() {
        Map<String, Object> probe = new LinkedHashMap<>();
        probe.put("kind", "imap");
        probe.put("address", "10.77.0.100");
        probe.put("port", 143);
        assertThat(YamlLine.of(probe)).isEqualTo("{kind: imap, address: 10.77.0.100, port: 143}");
        assertThat(YamlLine.of(List.of("doveconf", "-n"))).isEqualTo("[doveconf, -n]");
        assertThat(YamlLine.of("/usr/lib/dovecot")).isEqualTo("/usr/lib/dovecot");
        assertThat(YamlLine.of(true)).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "no",
                "null",
                "~",
                "143",
                "1e3",
                "0x1f",
                "1.5",
                "- a",
                "a: b",
                "a #b",
                "#",
                "{",
                "]",
                "'",
                "\"",
                "&a",
                "*a",
                "!t",
                "%",
                "@",
                "`",
                "?",
                "? a",
                "|",
                ">",
                "---",
                "...",
                "a\nb: c",
                "a\r",
                "\t",
                "\u0000",
                "\u0085",
                "\u2028",
                "\u202e",
                "\ud83d\ude00",
                "ä",
                "\\",
                "a: ",
                " a",
                "a ",
                "<<",
                "=",
                "0o17",
                "0b1",
                "1_000",
                "2026-11-21",
                ".inf",
                ".nan",
                "\ufeff"
            })
    void everyTextComesBackAsItWas(String text) {
        comesBack(text);
    }

    @Test
    void textsAtRandomComeBackAsTheyWere() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var signs = "ab1-: #'\"{}[],&*!|>%@`?\\\n\r\t\u0000\u0007\u0085\u00e4\u2028\u202e~.=<";
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder();
            int length = 1 + random.nextInt(12);
            for (int place = 0; place < length; place++) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            comesBack(text.toString());
        }
    }

    @Test
    void aCommentStaysOnItsLine() {
        assertThat(YamlLine.comment("a\nb: c\r\u2028\u0085\u202e")).isEqualTo("# a?b: c????");
    }

    private static void comesBack(String text) {
        List<Object> values = new ArrayList<>(List.of(text, "next"));
        var file = "values: " + YamlLine.of(values) + "\nsingle: " + YamlLine.of(text) + "\n" + YamlLine.of("k" + text)
                + ": 2\n";
        var document = Document.parse(Path.of("test.yaml"), file);
        assertThat(document.root().entries()).hasSize(3);
        assertThat(document.root().value("single").map(YamlLineTest::scalar)).contains(text);
        assertThat(document.root().value("single").map(single -> ((Scalar) single).kind()))
                .as("a text stays a text")
                .contains(Scalar.Kind.TEXT);
        assertThat(document.root()
                        .value("values")
                        .map(list -> ((Sequence) list)
                                .items().stream().map(YamlLineTest::scalar).toList()))
                .contains(List.of(text, "next"));
        assertThat(document.root().value("k" + text).map(YamlLineTest::scalar)).contains("2");
    }

    private static String scalar(Value value) {
        var scalar = (Scalar) value;
        return scalar.text();
    }
}
