package understudy.emulated.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;

/**
 * Time that passes only while everybody waits: of all threads in it one runs at a time, and when that waits the one that is due first goes
 * on. Hours take milliseconds and always go the same way. Whoever blocks on anything else than this time stops it for all.
 */
public final class SteppingClock implements WorldClock, AutoCloseable {
    private final PriorityQueue<Turn> queue =
            new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparingLong(Turn::order));
    private volatile Instant now;
    private long order;
    private boolean closed;

    /** When somebody goes on; of two at the same time the one who asked first. */
    private record Turn(Instant at, long order, Waiter waiter) {}

    /** A thread that waits for its turn. */
    private static final class Waiter {
        private final Semaphore turn = new Semaphore(0);
        private volatile Thread thread = Thread.currentThread();
        private volatile boolean interrupted;
    }

    /** Something that one thread waits for and another brings about. */
    public final class Gate {
        private final List<Waiter> waiting = new ArrayList<>();
        private boolean open;

        private Gate() {}

        /** Waits until it is open. */
        public void await() throws InterruptedException {
            var waiter = new Waiter();
            synchronized (SteppingClock.this) {
                if (open) {
                    return;
                }
                waiting.add(waiter);
                handOver();
            }
            take(waiter);
        }

        /** Opens it for all who wait, and for good. */
        public void open() {
            synchronized (SteppingClock.this) {
                open = true;
                waiting.forEach(waiter -> enqueue(now, waiter));
                waiting.clear();
            }
        }
    }

    public SteppingClock(Instant start) {
        now = start;
    }

    /** Something to wait for. */
    public Gate gate() {
        return new Gate();
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pass(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var waiter = new Waiter();
        synchronized (this) {
            enqueue(now.plus(time), waiter);
            handOver();
        }
        take(waiter);
    }

    @Override
    public void after(Duration time, Runnable then) {
        begin("world-later", now.plus(time), then);
    }

    @Override
    public void start(String name, Runnable work) {
        begin(name, now, work);
    }

    private void begin(String name, Instant at, Runnable work) {
        var waiter = new Waiter();
        var thread = Thread.ofVirtual().name(name).unstarted(() -> {
            waiter.turn.acquireUninterruptibly();
            if (waiter.interrupted) {
                return;
            }
            try {
                work.run();
            } finally {
                last();
            }
        });
        waiter.thread = thread;
        synchronized (this) {
            enqueue(at, waiter);
        }
        thread.start();
    }

    @Override
    public synchronized void interrupt(Thread thread) {
        Optional<Turn> turn =
                queue.stream().filter(one -> one.waiter().thread.equals(thread)).findFirst();
        if (turn.isEmpty()) {
            thread.interrupt();
            return;
        }
        queue.remove(turn.get());
        turn.get().waiter().interrupted = true;
        enqueue(now, turn.get().waiter());
    }

    private void enqueue(Instant at, Waiter waiter) {
        queue.add(new Turn(at.isBefore(now) ? now : at, order++, waiter));
    }

    private synchronized void handOver() {
        var next = queue.poll();
        if (next == null) {
            throw new IllegalStateException("Everybody waits and nothing is due.");
        }
        now = next.at();
        next.waiter().turn.release();
    }

    /** Somebody has come to an end: the next one goes on, if there is one. */
    private synchronized void last() {
        if (!closed && !queue.isEmpty()) {
            handOver();
        }
    }

    private static void take(Waiter waiter) throws InterruptedException {
        waiter.turn.acquireUninterruptibly();
        if (waiter.interrupted) {
            throw new InterruptedException();
        }
    }

    /** The end of this world: whoever waits in it is told to stop, in no order. */
    @Override
    public synchronized void close() {
        closed = true;
        queue.forEach(turn -> {
            turn.waiter().interrupted = true;
            turn.waiter().turn.release();
        });
        queue.clear();
    }
}
