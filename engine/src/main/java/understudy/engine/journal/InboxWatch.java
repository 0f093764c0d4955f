package understudy.engine.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import understudy.core.model.RunId;

/**
 * Rings a bell when another process has put something into a run's inbox. It asks SQLite for its change counter, which lies in
 * shared memory and costs microseconds, and looks into the inbox only when that has moved. Watching the folder's files instead
 * would wake us at each of our own commits, needs a kernel resource that can run out, and is itself polling on some systems.
 */
final class InboxWatch implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final JournalReader reader;
    private final List<Bell> bells = new CopyOnWriteArrayList<>();
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("journal-inbox").unstarted(this::work);
    private boolean started;
    private volatile boolean closed;
    private volatile boolean newcomer;
    private long seen;

    private record Bell(RunId run, Runnable ring) {}

    InboxWatch(JournalReader reader) {
        this.reader = reader;
    }

    /** From now until closed; rings soon if something waits already, and may ring for nothing. */
    StateStore.Watching watch(RunId run, Runnable ring) {
        Bell bell = new Bell(run, ring);
        bells.add(bell);
        newcomer = true;
        start();
        nudges.release();
        return () -> bells.remove(bell);
    }

    /** Spares a run of this process the interval. */
    void posted() {
        nudges.release();
    }

    private synchronized void start() {
        if (!started) {
            started = true;
            thread.start();
        }
    }

    private void work() {
        try {
            while (!closed) {
                if (nudges.tryAcquire(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                    nudges.drainPermits();
                }
                look();
            }
        } catch (InterruptedException interrupted) {
            // Nobody of ours interrupts this thread; it ends as if it had been closed.
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        if (closed || bells.isEmpty()) {
            return;
        }
        try {
            Set<RunId> waiting = reader.read(this::waitingIfChanged);
            bells.stream().filter(bell -> waiting.contains(bell.run)).forEach(bell -> bell.ring.run());
        } catch (StateException unreadable) {
            // A run that is woken reads its inbox itself, and tells the fault where somebody can react.
            if (!closed) {
                bells.forEach(bell -> bell.ring.run());
            }
        }
    }

    private Set<RunId> waitingIfChanged(Session session) throws SQLException {
        Set<RunId> waiting = new LinkedHashSet<>();
        boolean mustLook = newcomer;
        newcomer = false;
        long version = session.number("PRAGMA data_version");
        if (version == seen && !mustLook) {
            return waiting;
        }
        seen = version;
        try (var rows = session.prepare("SELECT DISTINCT run FROM inbox WHERE taken IS NULL")
                .executeQuery()) {
            while (rows.next()) {
                waiting.add(new RunId(rows.getString(1)));
            }
        }
        return waiting;
    }

    @Override
    public void close() {
        closed = true;
        nudges.release();
    }
}
