package understudy.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.cli.inventory.CommandEntry;
import understudy.cli.inventory.SiteEntry;
import understudy.core.model.RunId;
import understudy.engine.site.SitePrograms.Said;

/** What a command of the owner's has said counts by its exit code, and a listing counts only as a whole. */
class OwnersProgramsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo first; echo 17 lines | true | 17 lines",
                "echo noise >&2; echo well | true | well",
                "echo no; exit 4 | false | the command says: no",
                "exit 4 | false | the command ended with exit code 4",
                "read -r line; echo $line | true | {\"run\":\"s1\",\"site\":\"office\",\"about\":\"tier/word\"}",
            })
    void aProof(String script, boolean proven, String words) {
        assertThat(programs(script).prove("tier/word")).isEqualTo(new Said(proven, words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo a; echo b | true | a",
                "head -c 5000 /dev/zero | false | the command says more than the 4096 characters that are kept",
                "echo a; exit 1 | false | the command says: a",
            })
    void aListing(String script, boolean listed, String begins) {
        Said said = programs(script).list("tier/word");

        assertThat(said.succeeded()).isEqualTo(listed);
        assertThat(said.words()).startsWith(begins);
    }

    private static OwnersPrograms programs(String script) {
        Map<String, CommandEntry> commands =
                Map.of("tier/word", new CommandEntry(List.of("sh", "-c", script), Duration.ofSeconds(30)));
        return new OwnersPrograms(new SiteEntry.Programs(List.of(), commands, commands), new RunId("s1"), "office");
    }
}
