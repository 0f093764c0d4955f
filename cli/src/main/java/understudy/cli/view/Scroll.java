package understudy.cli.view;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Lines that scroll in a terminal above a panel that stays. A thread of its own paints; nobody who adds a line waits for the terminal,
 * and where the terminal does not keep up, the oldest lines are left out.
 */
final class Scroll implements AutoCloseable {
    private static final int KEPT_LINES = 1000;
    private static final long BETWEEN_FRAMES_MILLIS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Screen screen;
    private final Painter painter;
    private final Function<Screen.Size, List<Tone.Line>> panel;
    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread thread;
    private final Thread atExit = new Thread(this::finish, "live view's end");
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private int leftOut;

    private Scroll(Screen screen, boolean coloured, Function<Screen.Size, List<Tone.Line>> panel) {
        this.screen = screen;
        this.painter = new Painter(coloured);
        this.panel = panel;
        this.thread = Thread.ofPlatform().daemon().name("live view").unstarted(this::paint);
    }

    /** Begins to paint. */
    static Scroll start(Screen screen, boolean coloured, Function<Screen.Size, List<Tone.Line>> panel) {
        Scroll scroll = new Scroll(screen, coloured, panel);
        Runtime.getRuntime().addShutdownHook(scroll.atExit);
        scroll.thread.start();
        return scroll;
    }

    synchronized void add(String line) {
        lines.add(line);
        if (lines.size() > KEPT_LINES) {
            lines.remove();
            leftOut++;
        }
    }

    /** Takes the panel away; the lines stay. */
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
                List<Tone.Line> now = panel.apply(size);
                screen.write(painter.frame(takeLines(), now, size));
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
}
