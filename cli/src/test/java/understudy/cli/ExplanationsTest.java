package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import understudy.cli.view.Explanations;

class ExplanationsTest {
    private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:-[A-Z]+)+)\"");
    private static final List<String> SOURCES = List.of(
            "core", "engine", "drivers/simulated", "drivers/pacemaker", "drivers/exchange", "drivers/bigfix", "cli");

    @Test
    void everyCodeInTheSourcesIsExplainedAndNoOther() throws IOException {
        SortedSet<String> explained = new TreeSet<>();
        Explanations.all().forEach(one -> explained.add(one.code()));
        assertThat(explained).isEqualTo(codesInTheSources());
    }

    @Test
    void eachExplanationIsOneOrTwoSentencesWithARemedy() {
        assertThat(Explanations.all()).allSatisfy(one -> {
            assertThat(one.meaning()).endsWith(".");
            assertThat(one.remedy()).endsWith(".");
        });
    }

    @Test
    void explainsACodeInWhateverCapitals() {
        assertThat(CommandRun.of(List.of("explain", "no-home")).output()).isEqualTo("""
                NO-HOME
                  A group could go nowhere while its node is patched.
                  What to do: Make room on another node, accept the group's outage by name in the policy (`acceptedOutages`), or skip
                  the node.
                """);
    }

    @Test
    void namesTheNearestCodesForOneThatDoesNotExist() {
        CommandRun run = CommandRun.of(List.of("explain", "QUORUM-LSOT"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.errors()).contains("did you mean QUORUM-LOST");
    }

    @Test
    void sendsToTheListWhereNothingIsNear() {
        CommandRun run = CommandRun.of(List.of("explain", "xyzzy"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.errors()).isEqualTo("There is no code \"xyzzy\": `understudy explain` lists all codes.\n");
    }

    private static SortedSet<String> codesInTheSources() throws IOException {
        SortedSet<String> codes = new TreeSet<>();
        for (String module : SOURCES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Matcher found = CODE.matcher(Files.readString(file));
                    while (found.find()) {
                        codes.add(found.group(1));
                    }
                }
            }
        }
        return codes;
    }
}
