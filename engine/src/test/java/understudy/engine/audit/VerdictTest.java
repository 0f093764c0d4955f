package understudy.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.core.model.RunId;
import understudy.engine.ports.CommandAudit.Seal;

/** Audits as they were written and as somebody has changed them: each a file, with what is to be said of it beside. */
class VerdictTest {
    private static final Path FOLDER = Path.of("src/test/resources/audit");
    private static final RunId NIGHT = new RunId("night");

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .map(name -> name.replace(".jsonl", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatWasDoneToItIsNamed(String name) throws IOException {
        Verdict verdict = Verdict.of(lines(name), Optional.of(NIGHT), seals());

        assertThat(verdict.flaws().stream().map(flaw -> flaw.kind() + " " + flaw.line() + " " + flaw.sentence()))
                .isEqualTo(Files.readAllLines(FOLDER.resolve(name + ".expected")));
    }

    @ParameterizedTest
    @MethodSource("names")
    void anyLetterOfAnyLineCounts(String name) throws IOException {
        List<String> lines = lines(name);
        for (int at = 0; at < lines.size(); at++) {
            List<String> changed = new java.util.ArrayList<>(lines);
            String line = lines.get(at);
            int middle = line.length() / 2;
            changed.set(
                    at,
                    line.substring(0, middle) + (line.charAt(middle) == 'x' ? 'y' : 'x') + line.substring(middle + 1));
            long place = at + 1L;
            assertThat(Verdict.of(changed, Optional.of(NIGHT), List.of()).flaws())
                    .as("line " + place)
                    .anyMatch(flaw -> flaw.kind() == Flaw.Kind.CHANGED && flaw.line() == place);
        }
    }

    @Test
    void withoutTheJournalACutOffEndCannotBeTold() throws IOException {
        assertThat(Verdict.of(lines("cut-off"), Optional.of(NIGHT), List.of()).flaws())
                .isEmpty();
    }

    @Test
    void theEndIsTheLastLinesNumberAndHash() throws IOException {
        assertThat(Verdict.of(lines("intact"), Optional.empty(), List.of()).end())
                .isEqualTo(seals().getLast());
    }

    private static List<String> lines(String name) throws IOException {
        return AuditText.read(FOLDER.resolve(name + ".jsonl")).lines();
    }

    private static List<Seal> seals() throws IOException {
        return Files.readAllLines(FOLDER.resolve("seals")).stream()
                .map(line -> line.split(" "))
                .map(words -> new Seal(Long.parseLong(words[0]), words[1]))
                .toList();
    }
}
