package understudy.cli.view;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/**
 * The terminal of this process. JLine tells its size; nothing of its modes is changed, so that a process that is killed leaves it as it
 * was. JLine's own handling of signals stays off, because it would take Ctrl-C away from the JVM and with it the orderly end.
 */
final class TerminalScreen implements Screen {
    private static final String RESIZED = "WINCH";
    private final Terminal terminal;
    private final PrintWriter out;
    private final AtomicBoolean resized = new AtomicBoolean(true);
    private final Object handler;
    private Size size = Size.of(0, 0);

    private TerminalScreen(Terminal terminal, PrintWriter out) {
        this.terminal = terminal;
        this.out = out;
        this.handler = Signals.register(RESIZED, () -> resized.set(true));
    }

    static TerminalScreen open(PrintWriter out) throws IOException {
        return new TerminalScreen(
                TerminalBuilder.builder().system(true).nativeSignals(false).build(), out);
    }

    @Override
    public Size size() {
        if (resized.getAndSet(false)) {
            org.jline.terminal.Size now = terminal.getSize();
            size = Size.of(now.getColumns(), now.getRows());
        }
        return size;
    }

    @Override
    public void write(String text) {
        out.print(text);
        out.flush();
    }

    @Override
    public void close() {
        Signals.unregister(RESIZED, handler);
        try {
            terminal.close();
        } catch (IOException unclosable) {
            throw new java.io.UncheckedIOException(unclosable);
        }
    }
}
