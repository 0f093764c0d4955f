package understudy.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.documents.SecretReference;
import understudy.documents.SecretReference.FromCommand;
import understudy.documents.SecretReference.FromEnvironment;
import understudy.documents.SecretReference.FromFile;

@Timeout(30)
class SecretsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("WORD", "open sesame", "NOTHING", "");

    @TempDir
    Path folder;

    @Test
    void isTheValueOfAVariable() throws IOException {
        assertThat(reveal(new FromEnvironment("WORD"))).isEqualTo("open sesame");
    }

    @Test
    void isTheFirstLineOfAFileReadAnewEachTime() throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "first\r\nsecond\n");
        var secret = Secrets.of(new FromFile(file), ENVIRONMENT);
        assertThat(secret.reveal()).isEqualTo("first");
        Files.writeString(file, "changed");
        assertThat(secret.reveal()).isEqualTo("changed");
    }

    @Test
    void isTheFirstLineThatAProgramPrintsAndNoShellReadsItsWords() throws IOException {
        assertThat(reveal(new FromCommand(List.of("printf", "%s\n", "$(id)", "second"))))
                .isEqualTo("$(id)");
    }

    @Test
    void whatIsMissingIsSaidWithItsPlaceAndWithoutAnyPartOfIt() {
        refuses(new FromEnvironment("OTHER"), "the environment variable OTHER is not set");
        refuses(new FromEnvironment("NOTHING"), "the environment variable NOTHING is not set");
        var file = folder.resolve("missing");
        refuses(new FromFile(file), "the file " + file + " does not exist");
        refuses(new FromCommand(List.of("true")), "the first line of what true printed is empty");
        refuses(new FromCommand(List.of("sh", "-c", "echo half; exit 3")), "sh ended with exit code 3");
    }

    @Test
    void aProgramThatDoesNotAnswerIsEnded() {
        var secret = Secrets.of(new FromCommand(List.of("sleep", "600")), ENVIRONMENT, Duration.ofMillis(200));
        assertThatThrownBy(secret::reveal).hasMessage("sleep gave no answer within 200 ms");
    }

    private static void refuses(SecretReference reference, String sentence) {
        assertThatThrownBy(() -> reveal(reference))
                .isInstanceOf(IOException.class)
                .hasMessage(sentence);
    }

    private static String reveal(SecretReference reference) throws IOException {
        return Secrets.of(reference, ENVIRONMENT).reveal();
    }
}
