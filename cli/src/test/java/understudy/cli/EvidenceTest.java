package understudy.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.documents.Document;
import understudy.documents.Fields;

/** The tables whose lines each name the test or scenario that shows them; they are written with {@code -Dunderstudy.write=true}. */
class EvidenceTest {
    private static final Path HOME = Path.of("..");
    private static final Pattern TEST = Pattern.compile("([A-Z]\\w+)(?:\\.(\\w+))?");

    private record Row(List<String> cells, List<String> shown) {}

    private record Table(String title, String intro, List<String> columns, List<Row> rows) {
        static Table read(String name) {
            return Document.read(HOME.resolve("docs/evidence/" + name + ".yaml"), Table::of);
        }

        private static Table of(Fields fields) {
            Table table = new Table(
                    fields.text("title"), fields.text("intro"), fields.strings("columns"), fields.list("rows", row -> {
                        Row read = new Row(row.strings("cells"), row.strings("shown"));
                        row.end();
                        return read;
                    }));
            fields.end();
            return table;
        }

        String markdown() throws IOException {
            TestSources sources = TestSources.read();
            List<String> lines = new ArrayList<>(List.of("# " + title, "", intro, ""));
            lines.add("| " + String.join(" | ", columns) + " | shown by |");
            lines.add("|" + " --- |".repeat(columns.size() + 1));
            for (Row row : rows) {
                lines.add("| " + String.join(" | ", row.cells()) + " | "
                        + row.shown().stream().map(sources::link).collect(joining(", ")) + " |");
            }
            return String.join("\n", lines) + "\n";
        }
    }

    /** Every test source of the project, by its class. */
    private record TestSources(TreeMap<String, Path> byClass) {
        static TestSources read() throws IOException {
            TreeMap<String, Path> byClass = new TreeMap<>();
            try (Stream<Path> files = Files.walk(HOME)) {
                files.filter(file -> file.toString().contains("src/test/java/"))
                        .filter(file -> file.toString().endsWith("Test.java"))
                        .forEach(file ->
                                byClass.put(file.getFileName().toString().replace(".java", ""), HOME.relativize(file)));
            }
            return new TestSources(byClass);
        }

        /** Where it stands; empty where there is no such test or scenario. */
        Optional<Path> place(String shown) {
            if (shown.startsWith("scenarios/")) {
                return Optional.of(Path.of(shown)).filter(path -> Files.exists(HOME.resolve(path)));
            }
            var name = TEST.matcher(shown);
            if (!name.matches()) {
                return Optional.empty();
            }
            return Optional.ofNullable(byClass.get(name.group(1)))
                    .filter(path -> name.group(2) == null || holds(path, "void " + name.group(2) + "("));
        }

        private static boolean holds(Path path, String text) {
            try {
                return Files.readString(HOME.resolve(path)).contains(text);
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        }

        String link(String shown) {
            String label = shown.startsWith("scenarios/") ? shown.substring("scenarios/".length()) : shown;
            return "[" + label + "](../" + place(shown).map(Path::toString).orElse("") + ")";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaints", "failure-modes"})
    void everyLineNamesATestOrAScenarioThatIsThere(String name) throws IOException {
        Table table = Table.read(name);
        TestSources sources = TestSources.read();
        for (Row row : table.rows()) {
            assertThat(row.cells()).hasSameSizeAs(table.columns());
            assertThat(row.shown()).as(row.cells().getFirst()).isNotEmpty();
            assertThat(row.shown().stream().filter(shown -> sources.place(shown).isEmpty()))
                    .as(row.cells().getFirst())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaints", "failure-modes"})
    void thePageIsWrittenFromItsLines(String name) throws IOException {
        Path page = HOME.resolve("docs/" + name + ".md");
        String written = Table.read(name).markdown();
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(page, written);
        }
        assertThat(page).hasContent(written);
    }

    /** By their numbers in the list of 47: those that can concern a Pacemaker cluster. */
    @Test
    void everyComplaintThatCanConcernAPacemakerClusterHasALine() {
        List<Integer> wanted = Stream.of(
                        IntStream.of(3, 12, 15),
                        IntStream.rangeClosed(6, 9),
                        IntStream.rangeClosed(28, 31),
                        IntStream.rangeClosed(35, 46))
                .flatMap(IntStream::boxed)
                .toList();
        assertThat(Table.read("complaints").rows().stream()
                        .map(row -> Integer.parseInt(row.cells().getFirst())))
                .containsAll(wanted)
                .doesNotHaveDuplicates();
    }
}
