package understudy.cli.view;

import java.io.PrintWriter;
import java.time.ZoneId;
import understudy.core.run.Event;
import understudy.core.run.State;

/** A run as plain lines, one for each event that a reader needs: for logs, pipes and terminals that cannot do more. */
public final class PlainView implements RunView {
    private final PrintWriter out;
    private final EventLine lines;

    public PlainView(PrintWriter out, ZoneId zone) {
        this.out = out;
        this.lines = new EventLine(zone);
    }

    @Override
    public synchronized void recorded(Event event, State state) {
        lines.of(event).ifPresent(line -> {
            out.println(line);
            out.flush();
        });
    }
}
