package understudy.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** By their numbers in the list of 47: those that can concern a Pacemaker cluster, or a site of many. */
    @Test
    void everyComplaintThatCanConcernUsHasALine() {
        List<Integer> wanted = Stream.of(
                        IntStream.of(3, 12, 15), IntStream.rangeClosed(6, 9), IntStream.rangeClosed(28, 46))
                .flatMap(IntStream::boxed)
                .toList();
        assertThat(Table.read("complaints").rows().stream()
                        .map(row -> Integer.parseInt(row.cells().getFirst())))
                .containsAll(wanted)
                .doesNotHaveDuplicates();
    }
}
