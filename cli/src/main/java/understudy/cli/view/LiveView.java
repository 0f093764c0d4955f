package understudy.cli.view;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.GroupId;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.State;
import understudy.engine.ports.OutageWatch;

/**
 * A run in a terminal: its events scroll, and below them stands where it is now. A thread of its own paints; the run never waits for
 * the terminal, and where the terminal does not keep up, the oldest lines are left out.
 */
public final class LiveView implements RunView {
    private static final int KEPT_LINES = 1000;
    private static final int KEPT_SENTENCES = 64;
    private static final long BETWEEN_FRAMES_MILLIS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Screen screen;
    private final Painter painter;
    private final InstantSource time;
    private final Supplier<List<OutageWatch.Outage>> outages;
    private final EventLine words;
    private final Deque<String> lines = new ArrayDeque<>();
    private final Map<StepId, String> said = new LinkedHashMap<>();
    private final Thread thread;
    private final Thread atExit = new Thread(this::finish, "live view's end");
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private State state = State.empty();
    private Optional<ClusterSnapshot> cluster = Optional.empty();
    private int leftOut;

    private LiveView(Screen screen, boolean coloured, Clocks clocks) {
        this.screen = screen;
        this.painter = new Painter(coloured);
        this.time = clocks.time();
        this.outages = clocks.outages();
        this.words = new EventLine(clocks.zone());
        this.thread = Thread.ofPlatform().daemon().name("live view").unstarted(this::paint);
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
        LiveView view = new LiveView(screen, coloured, clocks);
        Runtime.getRuntime().addShutdownHook(view.atExit);
        view.thread.start();
        return view;
    }

    @Override
    public synchronized void recorded(Event event, State made) {
        state = made;
        words.of(event).ifPresent(line -> {
            lines.add(line);
            if (lines.size() > KEPT_LINES) {
                lines.remove();
                leftOut++;
            }
        });
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
        finish();
        if (closed.compareAndSet(false, true)) {
            screen.close();
        }
    }

    /** Has the last frame painted, for which a terminal that was stopped gets a second at most. */
    private void finish() {
        end.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void paint() {
        try {
            while (!end.await(BETWEEN_FRAMES_MILLIS, TimeUnit.MILLISECONDS)) {
                Screen.Size size = screen.size();
                List<OutageWatch.Outage> measured = outages.get();
                screen.write(painter.frame(takeLines(), LivePanel.lines(scene(measured), size), size));
            }
            screen.write(painter.frame(takeLines(), List.of(), screen.size()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<String> takeLines() {
        List<String> taken = new ArrayList<>();
        if (leftOut > 0) {
            taken.add(leftOut + " lines are left out, because the terminal did not keep up; the journal has them.");
            leftOut = 0;
        }
        taken.addAll(lines);
        lines.clear();
        return taken;
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
