package understudy.cli.view;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import understudy.core.run.Event;
import understudy.core.run.RunResult;
import understudy.core.run.State;

/**
 * Writes what a run tells into systemd's journal, through systemd's own program, so that whoever looks there at night finds it. A journal
 * that takes nothing any more does not stop a run; it is told once at the end.
 */
public final class JournalLog implements RunView {
    /** Reads lines from its standard input, a priority as {@code <4>} before each (systemd-cat(1)). */
    private static final List<String> WRITER = List.of("systemd-cat", "--identifier=understudy", "--level-prefix=true");

    private static final int NOTICE = 5;
    private static final int WARNING = 4;
    private static final int ERROR = 3;
    private static final int INFO = 6;

    private final Process writer;
    private final OutputStream lines;
    private final EventLine words = new EventLine(ZoneId.systemDefault());
    private Optional<String> broken = Optional.empty();

    private JournalLog(Process writer) {
        this.writer = writer;
        this.lines = writer.getOutputStream();
    }

    /**
     * Opens it.
     *
     * @throws IOException where this machine has no such program
     */
    public static JournalLog open() throws IOException {
        return of(WRITER);
    }

    static JournalLog of(List<String> writer) throws IOException {
        return new JournalLog(new ProcessBuilder(writer)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    @Override
    public synchronized void recorded(Event event, State state) {
        String run = state.header().map(header -> header.run().value()).orElse("?");
        words.sentence(event)
                .map(Printable::line)
                .ifPresent(sentence -> write("<" + priority(event) + ">" + run + ": " + sentence + "\n"));
    }

    private void write(String line) {
        if (broken.isPresent()) {
            return;
        }
        try {
            lines.write(line.getBytes(StandardCharsets.UTF_8));
            lines.flush();
        } catch (IOException gone) {
            broke(gone);
        }
    }

    private void broke(IOException gone) {
        broken = Optional.of("The journal took nothing any more (" + gone.getMessage()
                + "): what came after stands in `understudy events` only.");
    }

    private static int priority(Event event) {
        return switch (event) {
            case Event.RunEnded ended -> ended.result() == RunResult.FINISHED ? NOTICE : ERROR;
            case Event.QuestionAsked _, Event.GuardsBlocked _, Event.Warned _, Event.LedgerKept _ -> WARNING;
            case Event.OutageMeasured _, Event.RunOpened _, Event.PlanAdopted _ -> NOTICE;
            case Event other -> INFO;
        };
    }

    /** What was not written, a sentence; empty where all was. */
    public synchronized Optional<String> gap() {
        return broken;
    }

    @Override
    public synchronized void close() {
        try {
            lines.close();
            writer.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException gone) {
            broke(gone);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            writer.destroyForcibly();
        }
    }
}
