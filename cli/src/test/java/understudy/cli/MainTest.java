package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tellsItsVersion() {
        assertThat(execute("--version")).isZero();
        assertThat(out.toString()).isEqualTo("understudy 0.1.0\n");
    }

    @Test
    void endsWithTwoOnAWrongCommandLine() {
        assertThat(execute("--nonsense")).isEqualTo(2);
        assertThat(err.toString()).startsWith("understudy: Unknown option: '--nonsense'");
    }

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
