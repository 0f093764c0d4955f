package understudy.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a command before it is sent. */
class ObservedShellTest {
    private static final ScriptNote NOTE = new ScriptNote("look", Digest.of(new byte[0]), List.of());

    private final List<SentCommand> told = new ArrayList<>();
    private final NodeShell shell = new ObservedShell(
            new TestingLocalShell(),
            "root",
            new CommandListener() {
                @Override
                public void sending(SentCommand command) {
                    told.add(command);
                }

                @Override
                public void answered(SentCommand command, Answer answer, Duration duration) {}
            },
            InstantSource.system());

    @Test
    void ofAScriptItsNameAndNotItsText() {
        Answer answer = shell.run(Command.of("sh", "-s").withInput(Input.script(NOTE, "echo hidden")));

        assertThat(answer).isEqualTo(new Answer.Finished(0, "hidden\n", "", false));
        assertThat(told.getFirst().script()).contains(NOTE);
        assertThat(told.toString()).doesNotContain("hidden");
    }

    @Test
    void ofAnythingElseThatItReadsNothing() {
        shell.run(Command.of("cat").withInput(Input.text("hidden")));

        assertThat(told.getFirst().script()).isEqualTo(Optional.empty());
        assertThat(told.toString())
                .doesNotContain(
                        "hidden",
                        Digest.of("hidden".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .sha256());
    }
}
