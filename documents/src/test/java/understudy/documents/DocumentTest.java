package understudy.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before anybody asks for a key. */
class DocumentTest {
    private static final Path FILE = Path.of("inventory.yaml");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            'format: 1\\na:\\n\\tb: 1'        | inventory.yaml:3:1: a tab stands where YAML wants spaces: indent with spaces
            'format: 1\\na: 1\\nb: 2\\na: 3'  | inventory.yaml:4:1: the key "a" stands here a second time, after line 2: keep one of them
            'format: 1\\na: &x 1'             | inventory.yaml:2:4: the anchor "&x" is not allowed: write each value where it belongs
            'format: 1\\na: *x'               | inventory.yaml:2:4: the alias "*x" is not allowed: write the value out
            'format: 1\\na: !!str 1'          | inventory.yaml:2:4: the tag "tag:yaml.org,2002:str" is not allowed: write the plain value
            'format: 1\\na: !thing {}'        | inventory.yaml:2:4: the tag "!thing" is not allowed: write the plain value
            'format: 1\\n? [a, b]\\n: 1'      | inventory.yaml:2:3: a key must be a single word or text, not a list
            'format: 1\\n---\\nformat: 1'     | inventory.yaml:2:1: a second document begins here: put it into a file of its own
            'a: 1'                            | inventory.yaml:1:1: the key "format" is missing: begin the file with "format: 1"
            'format: 2\\nb: 1'                | inventory.yaml:1:9: the format 2 is not known to this release, which reads format 1: use the release that the file was written for
            'format: "1"'                     | inventory.yaml:1:9: a whole number is wanted here, not the text "1"
            'format: 99999999999999'          | inventory.yaml:1:9: the number 99999999999999 is out of range: write one from -2147483648 to 2147483647
            '- a'                             | 'inventory.yaml:1:1: the file holds a list: write keys and values, beginning with "format: 1"'
            'a'                               | 'inventory.yaml:1:1: the file holds the text "a": write keys and values, beginning with "format: 1"'
            ''                                | inventory.yaml: the file is empty: begin it with "format: 1"
            '# nothing'                       | inventory.yaml: the file is empty: begin it with "format: 1"
            """)
    void refusesWhatHidesMeaningWithPlaceAndRemedy(String escaped, String expected) {
        assertThat(refusal(escaped.replace("\\n", "\n").replace("\\t", "\t"))).isEqualTo(expected);
    }

    @Test
    void saysInOneSentenceWhereTheSyntaxBreaks() {
        assertThat(refusal("format: 1\nname: \"open\n"))
                .startsWith("inventory.yaml:3:1: this is not YAML (while scanning a quoted scalar, ")
                .endsWith("check the indentation, the quotes and the colons up to here")
                .hasLineCount(1);
    }

    @Test
    void tellsAllThatIsWrongInTheOrderOfTheFile() {
        assertThat(refusal("format: 1\na: &x 1\nb: !!int 2\na: 3\n").lines().map(line -> line.split(": ", 2)[0]))
                .containsExactly("inventory.yaml:2:4", "inventory.yaml:3:4", "inventory.yaml:4:1");
    }

    @Test
    void refusesNestingThatIsTooDeep() {
        assertThat(refusal("format: 1\na: " + "[".repeat(100_000)))
                .isEqualTo("inventory.yaml:2:43: the nesting is deeper than 40 levels here: write it flatter");
    }

    @Test
    void refusesCharactersThatCannotBeSeen() {
        assertThat(refusal("format: 1\na: \u0007"))
                .isEqualTo("inventory.yaml:2:4: a character stands here that YAML does not allow (code 7): remove it");
    }

    @Test
    void refusesAFileThatIsMissing() {
        Path file = folder.resolve("missing.yaml");
        assertThat(refusal(file)).isEqualTo(file + ": there is no such file: check its name");
    }

    @Test
    void refusesAFolder() {
        assertThat(refusal(folder)).isEqualTo(folder + ": this is a folder: name a file");
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        Path file = Files.writeString(folder.resolve("large.yaml"), "#".repeat(1024 * 1024 + 1));
        assertThat(refusal(file)).isEqualTo(file + ": the file is larger than 1 MiB: split it into smaller ones");
    }

    @Test
    void refusesTextThatIsNotUtf8AtItsPlace() throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', '\n', 'b', (byte) 0xE4, 'c'});
        assertThat(refusal(file)).isEqualTo(file + ":2:2: the text is not UTF-8 here: save the file as UTF-8");
    }

    @Test
    void acceptsAByteOrderMarkAndWindowsLineEnds() throws IOException {
        Path file = Files.writeString(folder.resolve("windows.yaml"), "\uFEFFformat: 1\r\nid: x\r\n");
        String id = Document.read(file, fields -> {
            String text = fields.text("id");
            fields.end();
            return text;
        });
        assertThat(id).isEqualTo("x");
    }

    private static String refusal(String text) {
        return message(() -> Document.read(FILE, text, DocumentTest::nothing));
    }

    private static String refusal(Path file) {
        return message(() -> Document.read(file, DocumentTest::nothing));
    }

    private static String nothing(Fields fields) {
        fields.has("a");
        fields.has("b");
        fields.has("name");
        fields.end();
        return "read";
    }

    private static String message(ThrowingCallable reading) {
        return String.valueOf(
                catchThrowableOfType(BrokenDocument.class, reading).getMessage());
    }
}
