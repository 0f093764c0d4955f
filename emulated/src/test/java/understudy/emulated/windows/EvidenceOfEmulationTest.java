package understudy.emulated.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/evidence.md counts and lists every answer of the emulation that rests on less than a source that was read. */
class EvidenceOfEmulationTest {
    private static final Path PAGE = Path.of("../docs/evidence.md");
    private static final Pattern MARK =
            Pattern.compile("@RestsOn\\(\\s*mark = RestsOn\\.Mark\\.(INFERRED|GENERAL),\\s*value =\\s*\"([^\"]*)\"\\)");
    private static final Pattern ANY = Pattern.compile("@RestsOn\\(");

    @Test
    void thePageListsEveryMarkInTheSources() throws IOException {
        String page = page();
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page);
    }

    private static String page() throws IOException {
        SortedSet<String> inferred = marks("INFERRED");
        SortedSet<String> general = marks("GENERAL");
        return """
                # What the emulated Windows nodes rest on

                Nothing of the Exchange driver was tried on a real Windows: its tests run against emulated nodes behind real SSH servers. Their
                answers follow public documents where these could be read. %d rest on inference and %d on general knowledge that nobody has
                confirmed; a real system may answer otherwise there. The list is written by `EvidenceOfEmulationTest` with
                `-Dunderstudy.write=true`.

                ## Inferred from other facts

                %s

                ## General knowledge

                %s
                """.formatted(inferred.size(), general.size(), listed(inferred), listed(general));
    }

    private static String listed(SortedSet<String> marks) {
        return String.join("\n", marks.stream().map(mark -> "- " + mark).toList());
    }

    private static SortedSet<String> marks(String kind) throws IOException {
        SortedSet<String> marks = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                assertThat(MARK.matcher(source).results().count())
                        .as("marks that can be read in " + file)
                        .isEqualTo(ANY.matcher(source).results().count());
                var matcher = MARK.matcher(source);
                while (matcher.find()) {
                    if (matcher.group(1).equals(kind)) {
                        marks.add(matcher.group(2).replace("\\\\", "\\") + " (`"
                                + file.getFileName().toString().replace(".java", "") + "`)");
                    }
                }
            }
        }
        return marks;
    }
}
