package understudy.cli.view;

import java.io.PrintWriter;
import java.time.ZoneId;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.State;
import understudy.engine.ports.RunListener;

/** A run as plain lines, one for each event that a reader needs: for logs, pipes and terminals that cannot do more. */
public final class PlainView implements RunListener {
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

    @Override
    public void progress(StepId step, String sentence) {}

    @Override
    public void looked(ClusterSnapshot snapshot) {}
}
