package understudy.emulated.windows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import understudy.emulated.powershell.PowerShell;
import understudy.emulated.powershell.Program;

/** {@code powershell.exe} with {@code -EncodedCommand} or {@code -Command}. */
final class PowerShellProgram implements Program {
    private static final int BAD_ARGUMENT = -196_608;

    private final EmulatedNode node;
    private final OutputStream error;

    PowerShellProgram(EmulatedNode node, OutputStream error) {
        this.node = node;
        this.error = error;
    }

    @Override
    public int run(List<String> arguments, InputStream input, OutputStream output)
            throws IOException, InterruptedException {
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            var option = left.pop().toLowerCase(Locale.ROOT);
            switch (option) {
                case "-noprofile", "-noninteractive", "-nologo" -> {
                    // Nothing of a profile or of a person is here anyway.
                }
                case "-encodedcommand" -> {
                    return start(decoded(left.isEmpty() ? "" : left.pop()), input, output);
                }
                case "-command" -> {
                    return start(String.join(" ", left), input, output);
                }
                default -> {
                    error.write(("The parameter " + option + " is not known.\r\n").getBytes(StandardCharsets.UTF_8));
                    return BAD_ARGUMENT;
                }
            }
        }
        error.write("Nothing to run was given.\r\n".getBytes(StandardCharsets.UTF_8));
        return BAD_ARGUMENT;
    }

    private int start(String script, InputStream input, OutputStream output) throws IOException, InterruptedException {
        var process = node.node().begin("powershell");
        var session = new Session(node, process.id(), input, error);
        try {
            return PowerShell.run(script, session, output, error);
        } finally {
            session.end();
            node.node().end(process);
        }
    }

    private static String decoded(String text) throws IOException {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_16LE);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("The encoded command is not Base64.", malformed);
        }
    }
}
