package understudy.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import understudy.documents.Document;
import understudy.documents.Fields;

/** Every rule of the Exchange procedures has a line: the test that breaks it and what comes out, or what is missing. Written with {@code -Dunderstudy.write=true}. */
class ExchangeRulesPageTest {
    private static final Path DATA = Path.of("../docs/evidence/exchange-rules.yaml");
    private static final Pattern ASKED = Pattern.compile("says\\([^;]*;");
    private static final Path PAGE = Path.of("../docs/exchange-rules.md");

    private record Rule(
            String id, String sentence, List<String> shown, String says, List<String> also, Optional<String> missing) {
        static Rule of(Fields fields) {
            var rule = new Rule(
                    fields.text("id"),
                    fields.text("rule"),
                    fields.has("shown") ? fields.strings("shown") : List.of(),
                    fields.optionalText("says").orElse(""),
                    fields.has("also") ? fields.strings("also") : List.of(),
                    fields.optionalText("missing"));
            fields.end();
            return rule;
        }

        String line(TestSources sources) {
            var shownBy = missing.map(what -> "**missing**: " + what)
                    .orElseGet(() -> shown.stream().map(sources::link).collect(joining(", ")));
            return "| " + id + " | " + sentence + " | " + String.join(" ", quoted()) + " | " + shownBy + " |";
        }

        private List<String> quoted() {
            return Stream.concat(Stream.of(says), also.stream()).toList();
        }

        /** The sentences that no test of the line asks for, neither word for word nor by the rule's number. */
        List<String> unheard(TestSources sources) {
            List<String> tests = shown.stream().map(sources::text).toList();
            boolean byNumber = tests.stream()
                    .anyMatch(text -> ASKED.matcher(text)
                            .results()
                            .anyMatch(call -> call.group().contains('"' + id + '"')));
            return quoted().stream()
                    .filter(sentence -> !(byNumber && sentence.equals(says)))
                    .filter(sentence -> tests.stream().noneMatch(text -> text.contains(sentence)))
                    .toList();
        }
    }

    private record Rules(String title, String intro, List<Rule> rules) {
        static Rules read() {
            return Document.read(DATA, fields -> {
                var rules = new Rules(fields.text("title"), fields.text("intro"), fields.list("rules", Rule::of));
                fields.end();
                return rules;
            });
        }

        String markdown() throws IOException {
            var sources = TestSources.read();
            long missing =
                    rules.stream().filter(rule -> rule.missing().isPresent()).count();
            List<String> lines = new ArrayList<>(List.of("# " + title, "", intro, ""));
            lines.add("Of " + rules.size() + " rules " + (rules.size() - missing) + " are shown and " + missing
                    + " are missing.");
            lines.add("");
            lines.add("| no. | rule | what comes out | shown by |");
            lines.add("| --- | --- | --- | --- |");
            rules.forEach(rule -> lines.add(rule.line(sources)));
            return String.join("\n", lines) + "\n";
        }
    }

    /** The numbers of the catalogue: G1 to G16, the steps of P1 to P8, the checks of P10. */
    private static List<String> numbers() {
        return Stream.of(
                        numbered("G", 16),
                        numbered("P1.", 11),
                        Stream.of("P1.a", "P1.b", "P1.c"),
                        numbered("P2.", 7),
                        Stream.of("P3"),
                        numbered("P4.", 10),
                        numbered("P5.", 14),
                        Stream.of("P5.a"),
                        numbered("P6.", 3),
                        numbered("P7.", 4),
                        numbered("P8.", 2),
                        numbered("P10.", 20))
                .flatMap(numbers -> numbers)
                .toList();
    }

    private static Stream<String> numbered(String prefix, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> prefix + number);
    }

    @Test
    void everyNumberOfTheCatalogueHasOneLine() {
        assertThat(Rules.read().rules().stream().map(Rule::id)).containsExactlyInAnyOrderElementsOf(numbers());
    }

    @Test
    void everyLineNamesATestThatIsThereAndItsSentenceOrSaysWhatIsMissing() throws IOException {
        var sources = TestSources.read();
        for (Rule rule : Rules.read().rules()) {
            assertThat(rule.missing().isPresent())
                    .as(rule.id() + " is shown or missing, not both")
                    .isEqualTo(rule.shown().isEmpty())
                    .isEqualTo(rule.says().isEmpty());
            assertThat(rule.shown().stream()
                            .filter(shown -> sources.place(shown).isEmpty()))
                    .as(rule.id())
                    .isEmpty();
        }
    }

    @Test
    void everySentenceIsAskedForByATestThatItsLineNames() throws IOException {
        var sources = TestSources.read();
        for (Rule rule : Rules.read().rules()) {
            if (rule.missing().isEmpty()) {
                assertThat(rule.unheard(sources)).as(rule.id()).isEmpty();
            }
        }
    }

    @Test
    void thePageIsWrittenFromItsLines() throws IOException {
        String written = Rules.read().markdown();
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(PAGE, written);
        }
        assertThat(PAGE).hasContent(written);
    }
}
