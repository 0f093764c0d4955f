package understudy.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.remote.Answer.Finished;

class NodeFilesTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final NodeFiles files = new NodeFiles(new TestingLocalShell());

    @Test
    void putsAFileWithItsModeMakingItsFolder() throws Exception {
        var path = folder.resolve("a new folder/it's $HOME");
        var content = Input.text("some text");
        assertThat(files.put(path.toString(), content, Digest.of(content), "640", SOON))
                .isEqualTo(new Finished(0, "", "", false));
        assertThat(path).hasContent("some text");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void leavesTheOldFileWhereTheDigestIsAnother() throws Exception {
        var path = Files.writeString(folder.resolve("file"), "old");
        var answer =
                (Finished) files.put(path.toString(), Input.text("half"), Digest.of(Input.text("whole")), "600", SOON);
        assertThat(answer.exit()).isEqualTo(65);
        assertThat(answer.error()).contains("digest").contains(path.toString());
        assertThat(path).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void readsAsMuchAsWasAskedForAndSaysWhetherThereIsMore() throws Exception {
        var path = Files.writeString(folder.resolve("file"), "0123456789");
        assertThat(files.read(path.toString(), 10)).isEqualTo(new Finished(0, "0123456789", "", false));
        assertThat(files.read(path.toString(), 4)).isEqualTo(new Finished(0, "0123", "", true));
    }

    @Test
    void aFileThatIsNotThereIsNotEmpty() {
        assertThat(files.read(folder.resolve("none").toString(), 10))
                .isInstanceOfSatisfying(
                        Finished.class, answer -> assertThat(answer.exit()).isNotZero());
    }
}
