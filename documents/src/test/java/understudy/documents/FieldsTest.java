package understudy.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader gets, and what the writer of a file is told. */
class FieldsTest {
    private static final Path FILE = Path.of("conf", "inventory.yaml");

    enum Visit {
        VACATED,
        IN_PLACE,
        ALL_TOGETHER
    }

    record Name(String text) {
        Name {
            if (text.contains(" ")) {
                throw new IllegalArgumentException("the name \"" + text + "\" has a space: use hyphens");
            }
        }
    }

    record Probe(String host, int port, Duration every) {
        Probe {
            if (port == 25 && every.toSeconds() < 1) {
                throw new IllegalArgumentException("mail is probed at most once a second: set every to 1s or more");
            }
        }

        static Probe read(Fields fields) {
            String host = fields.text("host");
            int port = fields.number("port", 1, 65535);
            Duration every = fields.optional("every", fields::duration).orElse(Duration.ofMillis(50));
            fields.end();
            return new Probe(host, port, every);
        }
    }

    @Test
    void readsEveryKindOfValue() {
        Fields fields = fields("""
                format: 1
                text: yes
                number: 12
                decimal: 0.5
                flag: true
                duration: 1h30m
                instant: 2026-11-20T23:00:00+01:00
                choice: all-together
                path: ../files/a.deb
                names: [a, "1"]
                settings: {b: x, a: y}
                """);
        assertThat(fields.text("text")).isEqualTo("yes");
        assertThat(fields.number("number", 0, 99)).isEqualTo(12);
        assertThat(fields.decimal("decimal", 0, 1)).isEqualTo(0.5);
        assertThat(fields.flag("flag")).isTrue();
        assertThat(fields.duration("duration")).isEqualTo(Duration.ofMinutes(90));
        assertThat(fields.instant("instant")).isEqualTo(Instant.parse("2026-11-20T22:00:00Z"));
        assertThat(fields.choice("choice", Visit.class)).isEqualTo(Visit.ALL_TOGETHER);
        assertThat(fields.path("path")).isEqualTo(Path.of("files", "a.deb"));
        assertThat(fields.strings("names")).containsExactly("a", "1");
        assertThat(fields.namedTexts("settings")).containsExactly(Map.entry("b", "x"), Map.entry("a", "y"));
        assertThat(fields.optionalText("absent")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"250ms,PT0.25S", "0s,PT0S", "2d,PT48H", "1h30m,PT1H30M", "1m5ms,PT1M0.005S", "'\"90s\"',PT1M30S"})
    void readsDurations(String written, Duration expected) {
        assertThat(fields("a: " + written).duration("a")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            duration | 90       | 'the number 90 has no unit: write for instance 90s, with one of d, h, m, s, ms'
            duration | 10 min   | '"10 min" is not a length of time: write for instance 250ms, 90s, 10m or 1h30m'
            duration | 30m1h    | '"30m1h" is not a length of time: write for instance 250ms, 90s, 10m or 1h30m'
            duration | 1e3s     | '"1e3s" is not a length of time: write for instance 250ms, 90s, 10m or 1h30m'
            duration | '""'     | 'an empty text is not allowed here: write one, or leave the key out'
            duration | -5s      | '"-5s" is not a length of time: write for instance 250ms, 90s, 10m or 1h30m'
            text     | 1.10     | 'a text is wanted here, not the number 1.10: put it in quotes'
            text     | true     | 'a text is wanted here, not true: put it in quotes'
            text     | '~'      | 'a text is missing after the colon or hyphen: write one'
            text     | [a]      | 'a single value is wanted here, not a list'
            number   | 7.5      | 'a whole number is wanted here, not the number 7.5'
            number   | 100      | 'the number 100 is out of range: write one from 0 to 99'
            number   | '"7"'    | 'a whole number is wanted here, not the text "7"'
            flag     | yes      | 'true or false is wanted here, not the text "yes"'
            instant  | tomorrow | '"tomorrow" is not a moment with its zone: write for instance 2026-11-20T22:00:00Z'
            instant  | 2026-11-20T22:00:00 | '"2026-11-20T22:00:00" is not a moment with its zone: write for instance 2026-11-20T22:00:00Z'
            choice   | inplace  | '"inplace" is not known here: did you mean "in-place"?'
            choice   | IN_PLACE | '"IN_PLACE" is not known here: did you mean "in-place"?'
            choice   | rolling  | '"rolling" is not known here: known are vacated, in-place, all-together'
            name     | '"a b"'  | 'the name "a b" has a space: use hyphens'
            strings  | a        | 'a list is wanted for "a", not the text "a"'
            secret   | hunter2  | 'secrets do not stand in files: write where it is, as env:NAME, file:PATH or command:PROGRAM'
            secret   | 'env:A-B' | '"env:" wants the name of an environment variable after it'
            """)
    void refusesAWrongValueAtItsPlace(String kind, String written, String sentence) {
        assertThat(refusal("format: 1\na: " + written, (fields, key) -> read(kind, fields, key)))
                .isEqualTo("conf/inventory.yaml:2:4: " + sentence);
    }

    @Test
    void neverRepeatsWhatMayBeASecret() {
        assertThat(refusal("format: 1\na: hunter2", Fields::secretReference)).doesNotContain("hunter2");
    }

    @Test
    void readsReferencesToSecrets() {
        Fields fields = fields("a: env:TOKEN\nb: file:secrets/key\nc: command:pass show mail");
        assertThat(fields.secretReference("a")).isEqualTo(new SecretReference.FromEnvironment("TOKEN"));
        assertThat(fields.secretReference("b")).isEqualTo(new SecretReference.FromFile(Path.of("conf/secrets/key")));
        assertThat(fields.secretReference("c"))
                .isEqualTo(new SecretReference.FromCommand(List.of("pass", "show", "mail")));
    }

    @Test
    void tellsAllProblemsOfAllMappingsAtOnce() {
        String text = """
                format: 1
                a:
                  - host: mail
                    prot: 25
                  - {host: mail, port: 25, every: 50ms}
                  - {host: web, port: 80}
                  - {host: 12, port: 99999, every: 5, colour: red}
                """;
        assertThat(refusal(text, (fields, key) -> fields.list(key, Probe::read)))
                .isEqualTo("""
                conf/inventory.yaml:3:5: the key "port" is missing here: add it
                conf/inventory.yaml:4:5: the key "prot" is not known here: did you mean "port"?
                conf/inventory.yaml:5:5: mail is probed at most once a second: set every to 1s or more
                conf/inventory.yaml:7:12: a text is wanted here, not the number 12: put it in quotes
                conf/inventory.yaml:7:22: the number 99999 is out of range: write one from 1 to 65535
                conf/inventory.yaml:7:36: the number 5 has no unit: write for instance 5s, with one of d, h, m, s, ms
                conf/inventory.yaml:7:39: the key "colour" is not known here: known are host, port, every""");
    }

    @Test
    void readsNamedMappingsInTheOrderOfTheFile() {
        Fields fields = fields("probes: {web: {host: w, port: 80}, mail: {host: m, port: 25, every: 2s}}");
        assertThat(fields.named(
                                "probes",
                                (name, probe) -> name + "=" + Probe.read(probe).port())
                        .values())
                .containsExactly("web=80", "mail=25");
    }

    @Test
    void readsOneOfSeveralShapesOfAValue() {
        Fields fields = fields("packages: all");
        assertThat(fields.value("packages").map(Value::described)).contains("the text \"all\"");
    }

    @Test
    void choosesTheReaderByTheNameOfTheVariant() {
        Fields fields = fields("probe: {kind: tcp, host: a, port: 1}");
        Probe probe = fields.mapping("probe", inner -> inner.variant("kind", Map.of("tcp", Probe::read)));
        assertThat(probe).isEqualTo(new Probe("a", 1, Duration.ofMillis(50)));
    }

    @Test
    void refusesAVariantThatNobodyKnows() {
        assertThat(refusal(
                        "format: 1\na: tcpp\nhost: x",
                        (fields, key) -> fields.variant(key, Map.of("tcp", Probe::read))))
                .isEqualTo("conf/inventory.yaml:2:4: \"tcpp\" is not known here: did you mean \"tcp\"?");
    }

    @Test
    void rejectsByARuleOfTheCallersOwn() {
        assertThat(refusal("format: 1\na: x", (fields, key) -> {
                    fields.reject(key, "x is taken: choose another");
                    return fields.text(key);
                }))
                .isEqualTo("conf/inventory.yaml:2:4: x is taken: choose another");
    }

    @Test
    void aReaderThatForgetsToEndIsABug() {
        assertThatThrownBy(() -> Document.read(FILE, "format: 1\nx: 1", _ -> "read"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the reader of conf/inventory.yaml:1:1 returned without a call of end()");
    }

    @Test
    void repeatsOnlyTheBeginningOfALongValueAndNoControlCharacters() {
        assertThat(refusal("format: 1\na: \"\\e[31m" + "x".repeat(500) + "\"", Fields::flag))
                .isEqualTo("conf/inventory.yaml:2:4: true or false is wanted here, not the text \"?[31m"
                        + "x".repeat(55) + "...\"");
    }

    private static Object read(String kind, Fields fields, String key) {
        return switch (kind) {
            case "duration" -> fields.duration(key);
            case "text" -> String.valueOf(fields.text(key));
            case "number" -> fields.number(key, 0, 99);
            case "flag" -> fields.flag(key);
            case "instant" -> fields.instant(key);
            case "choice" -> fields.choice(key, Visit.class);
            case "name" -> Optional.ofNullable(fields.as(key, Name::new));
            case "strings" -> fields.strings(key);
            case "secret" -> Optional.ofNullable(fields.secretReference(key));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Fields fields(String text) {
        return new Fields(Document.parse(FILE, text).root(), new Problems());
    }

    private static String refusal(String text, BiFunction<Fields, String, Object> reader) {
        BrokenDocument broken = catchThrowableOfType(
                BrokenDocument.class,
                () -> Document.read(FILE, text, fields -> {
                    Optional<Object> value = Optional.ofNullable(reader.apply(fields, "a"));
                    fields.end();
                    return value;
                }));
        return String.valueOf(broken.getMessage());
    }
}
