package understudy.cli.view;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import understudy.core.run.Event;
import understudy.core.run.State;
import understudy.core.site.MemberName;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteState;
import understudy.engine.ports.RunListener;

/** A site's run in a terminal: its events scroll, and below them stands who is under way, at which step. */
public final class SiteLiveView implements SiteView {
    private final InstantSource time;
    private final SiteLine lines;
    private final EventLine members;
    private final Map<MemberName, State> runs = new LinkedHashMap<>();
    /** By member, group and beginning: what is measured again later is the same outage. */
    private final Map<String, Duration> outages = new LinkedHashMap<>();

    private final Scroll scroll;
    private SiteState state = SiteState.empty();

    private SiteLiveView(Screen screen, boolean coloured, InstantSource time, ZoneId zone) {
        this.time = time;
        this.lines = new SiteLine(zone);
        this.members = new EventLine(zone);
        this.scroll = Scroll.start(screen, coloured, size -> SitePanel.lines(scene(), size));
    }

    /** Begins to paint on this process's terminal. */
    public static SiteLiveView open(PrintWriter out, boolean coloured, ZoneId zone) {
        try {
            return start(TerminalScreen.open(out), coloured, InstantSource.system(), zone);
        } catch (IOException noTerminal) {
            throw new UncheckedIOException(noTerminal);
        }
    }

    static SiteLiveView start(Screen screen, boolean coloured, InstantSource time, ZoneId zone) {
        return new SiteLiveView(screen, coloured, time, zone);
    }

    @Override
    public synchronized void recorded(SiteEvent event, SiteState made) {
        state = made;
        lines.of(event).ifPresent(scroll::add);
        if (event instanceof SiteEvent.MemberEnded ended) {
            runs.remove(ended.member());
        }
    }

    @Override
    public RunListener member(MemberName name) {
        RunView heard = (event, run) -> heard(name, event, run);
        return heard;
    }

    private synchronized void heard(MemberName name, Event event, State run) {
        runs.put(name, run);
        if (event instanceof Event.OutageMeasured measured) {
            outages.put(
                    name + "/" + measured.group() + "/" + measured.from(),
                    Duration.between(measured.from(), measured.until()));
        }
        if (SitePlainView.isTold(event)) {
            members.of(event).ifPresent(line -> scroll.add(line + " (" + name + ")"));
        }
    }

    private synchronized SitePanel.Scene scene() {
        return new SitePanel.Scene(
                state,
                Map.copyOf(runs),
                outages.size(),
                outages.values().stream().reduce(Duration.ZERO, Duration::plus),
                time.instant());
    }

    /** Takes the panel away; the events stay. */
    @Override
    public void close() {
        scroll.close();
    }
}
