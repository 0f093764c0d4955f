package understudy.emulated.powershell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Runs one script to its end, as {@code powershell.exe} does. */
public final class PowerShell {
    private PowerShell() {}

    /** Writes what the script says and gives the exit code: 1 where an error ended it that nothing trapped. */
    public static int run(String script, Host host, OutputStream output, OutputStream error)
            throws IOException, InterruptedException {
        var said = new LiveOutput(output);
        int exit = 0;
        try {
            new Interpreter(host).run(Parser.parse(script), new Scope(null), said);
        } catch (Signal.Exited exited) {
            exit = exited.code();
        } catch (Signal returned) {
            exit = 0;
        } catch (PowerShellError failed) {
            error.write((failed.sentence() + "\r\n").getBytes(StandardCharsets.UTF_8));
            exit = 1;
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        output.flush();
        return exit;
    }

    /** Whether the text is a script at all; the error says where it is not. */
    public static void check(String script) throws PowerShellError {
        Parser.parse(script);
    }

    /** Writes every object as a line at once, so that what a broken script has said is not lost. */
    private static final class LiveOutput extends java.util.AbstractList<Object> {
        private final OutputStream output;

        LiveOutput(OutputStream output) {
            this.output = output;
        }

        @Override
        public boolean add(Object value) {
            try {
                output.write((Values.text(value) + "\r\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return true;
        }

        @Override
        public boolean addAll(java.util.Collection<?> values) {
            values.forEach(this::add);
            return !values.isEmpty();
        }

        @Override
        public Object get(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
