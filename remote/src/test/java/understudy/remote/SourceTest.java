package understudy.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reads this module's own sources: one function makes text for a shell, and nobody goes round it. */
class SourceTest {
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void onlyTheQuotingWritesALineForAShell() {
        assertThat(filesWith("new ExecChannel\\(")).containsExactly("Exec.java");
        assertThat(filesWith("new ExecChannel\\((?!line\\))")).isEmpty();
        assertThat(filesWith("Quoting::posix|CommandLineOfWindows::of")).containsExactly("SshAccess.java");
        assertThat(filesWith("new SshShell\\(")).containsExactly("SshAccess.java");
        assertThat(filesWith("extends ChannelExec|super\\(line, null")).containsExactly("ExecChannel.java");
        assertThat(
                        filesWith(
                                "createExecChannel|executeRemoteCommand|createShellChannel|ProcessBuilder|Runtime\\.getRuntime"))
                .isEmpty();
    }

    @Test
    void aScriptForAShellIsAlwaysAConstantAndValuesAreItsArguments() {
        assertThat(filesWith("\"-c\"(?!, ([A-Z_]+|Long\\.toString\\(|Integer\\.toString\\())"))
                .isEmpty();
        assertThat(filesWith("Quoting\\.posix\\(")).containsExactly("Jobs.java");
    }

    @Test
    void nothingOfTheSshLibraryShowsOutsideOfItsPackage() {
        assertThat(filesWith("import org\\.(apache\\.sshd|bouncycastle|slf4j)"))
                .allMatch(name -> Files.exists(SOURCES.resolve("understudy/remote/ssh/" + name)));
        assertThat(filesWith("(?m)^    (public|protected) [^=;{]*(SshClient|ClientSession|HopSession)\\b[^=;{]*\\("))
                .isEmpty();
    }

    private static List<String> filesWith(String expression) {
        var pattern = Pattern.compile(expression);
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> pattern.matcher(text(file)).find())
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
