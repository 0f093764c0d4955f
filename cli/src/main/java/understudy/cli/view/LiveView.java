package understudy.cli.view;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.GroupId;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.State;
import understudy.engine.ports.OutageWatch;

/** A run in a terminal: its events scroll, and below them stands where it is now. The run never waits for the terminal. */
public final class LiveView implements RunView {
    private static final int KEPT_SENTENCES = 64;

    private final InstantSource time;
    private final Supplier<List<OutageWatch.Outage>> outages;
    private final EventLine words;
    private final Map<StepId, String> said = new LinkedHashMap<>();
    private final Scroll scroll;
    private State state = State.empty();
    private Optional<ClusterSnapshot> cluster = Optional.empty();

    private LiveView(Screen screen, boolean coloured, Clocks clocks) {
        this.time = clocks.time();
        this.outages = clocks.outages();
        this.words = new EventLine(clocks.zone());
        this.scroll = Scroll.start(screen, coloured, size -> LivePanel.lines(scene(outages.get()), size));
    }

    /**
     * The run's own clock, and the outages that its probes see.
     *
     * @param zone in which times of day are shown
     */
    public record Clocks(InstantSource time, ZoneId zone, Supplier<List<OutageWatch.Outage>> outages) {}

    /** Begins to paint on this process's terminal. */
    public static LiveView open(PrintWriter out, boolean coloured, Clocks clocks) {
        try {
            return start(TerminalScreen.open(out), coloured, clocks);
        } catch (IOException noTerminal) {
            throw new UncheckedIOException(noTerminal);
        }
    }

    static LiveView start(Screen screen, boolean coloured, Clocks clocks) {
        return new LiveView(screen, coloured, clocks);
    }

    @Override
    public synchronized void recorded(Event event, State made) {
        state = made;
        words.of(event).ifPresent(scroll::add);
        if (event instanceof Event.StepEnded(Instant _, var action, var _, String _)) {
            said.remove(action.step());
        }
    }

    @Override
    public synchronized void progress(StepId step, String sentence) {
        if (said.containsKey(step) || said.size() < KEPT_SENTENCES) {
            said.put(step, sentence);
        }
    }

    @Override
    public synchronized void looked(ClusterSnapshot snapshot) {
        cluster = Optional.of(snapshot);
    }

    /** Takes the panel away; the events stay. */
    @Override
    public void close() {
        scroll.close();
    }

    private synchronized Scene scene(List<OutageWatch.Outage> measured) {
        Instant now = time.instant();
        Map<GroupId, Scene.Outage> spent = new LinkedHashMap<>();
        state.books()
                .outageSpent()
                .forEach((group, length) -> spent.put(group, new Scene.Outage(group, length, false)));
        Map<GroupId, Scene.Outage> live = new LinkedHashMap<>();
        for (OutageWatch.Outage outage : measured) {
            Scene.Outage before =
                    live.getOrDefault(outage.group(), new Scene.Outage(outage.group(), Duration.ZERO, false));
            live.put(
                    outage.group(),
                    new Scene.Outage(
                            outage.group(),
                            before.spent().plus(outage.length(now)),
                            before.lasts() || outage.until().isEmpty()));
        }
        // After a resumption the probes know of less than the journal.
        live.forEach((group, outage) -> spent.merge(
                group, outage, (old, seen) -> seen.lasts() || seen.spent().compareTo(old.spent()) > 0 ? seen : old));
        return new Scene(state, cluster, Map.copyOf(said), List.copyOf(spent.values()), now);
    }
}
