package understudy.cli.view;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.State;

/** A run as plain lines with all that is heard of it: its events, every sentence of a step that is under way, every look. */
public final class DetailedView implements RunView {
    private final PrintWriter out;
    private final InstantSource time;
    private final ZoneId zone;
    private final PlainView events;

    public DetailedView(PrintWriter out, InstantSource time, ZoneId zone) {
        this.out = out;
        this.time = time;
        this.zone = zone;
        this.events = new PlainView(out, zone);
    }

    @Override
    public void recorded(Event event, State state) {
        events.recorded(event, state);
    }

    @Override
    public void progress(StepId step, String sentence) {
        print(time.instant(), step + ": " + sentence);
    }

    @Override
    public void looked(ClusterSnapshot snapshot) {
        print(snapshot.observedAt(), LookLine.of(snapshot));
    }

    private void print(Instant at, String sentence) {
        out.println(EventLine.CLOCK.format(at.atZone(zone)) + "  " + Printable.line(sentence));
        out.flush();
    }
}
