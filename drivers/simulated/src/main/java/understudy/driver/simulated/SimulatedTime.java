package understudy.driver.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import understudy.engine.ports.RunTime;

/**
 * Time that passes only while everybody waits, so that hours of a run take milliseconds and always go the same way.
 *
 * <p>Of the threads that take part (the caller and what {@link #together} starts) exactly one runs at a time. When all wait, time
 * jumps to what is due first, in the order in which it was asked for. A thread that blocks on anything else than this time while others wait for it
 * would stop the clock for ever. Of the threads that do not take part only one may wait in it: the one that does the work.
 */
public final class SimulatedTime implements RunTime {
    private static final ScopedValue<SimulatedTime> TAKES_PART = ScopedValue.newInstance();

    /** How long another run, in its own simulated time, may take to do something. */
    private static final Duration OTHERS = Duration.ofMillis(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition pacing = lock.newCondition();
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::sequence));
    private final Set<Waiter> blocked = new LinkedHashSet<>();
    private final Pace pace;
    private volatile Instant now;
    private long sequence;
    private int running;
    private boolean driving;

    private record Due(Instant at, long sequence, Runnable action) {}

    public SimulatedTime(Instant start) {
        this(start, Pace.unbounded());
    }

    public SimulatedTime(Instant start, Pace pace) {
        this.now = start;
        this.pace = pace;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            await(new Signal(), now.plus(duration.isNegative() ? Duration.ZERO : duration));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void standBy(Duration atMost) throws InterruptedException {
        Thread.sleep(OTHERS);
    }

    @Override
    public <T> List<T> together(List<? extends Callable<T>> tasks) throws Exception {
        Together<T> together = new Together<>(tasks);
        lock.lockInterruptibly();
        try {
            Waiter parent = newWaiter();
            for (int i = 0; i < tasks.size(); i++) {
                start(together, i, parent);
            }
            if (!tasks.isEmpty()) {
                block(parent);
            }
        } finally {
            lock.unlock();
        }
        return together.results();
    }

    private <T> void start(Together<T> together, int index, Waiter parent) {
        Waiter child = new Waiter(lock.newCondition(), true);
        schedule(now, () -> wake(child));
        Thread.ofVirtual()
                .name(Thread.currentThread().getName() + "/" + (index + 1))
                .start(() -> ScopedValue.where(TAKES_PART, this).run(() -> {
                    begin(child);
                    together.run(index);
                    end(together.countDown() ? parent : null);
                }));
    }

    private void begin(Waiter child) {
        lock.lock();
        try {
            while (!child.awake) {
                child.condition.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable Waiter parent) {
        lock.lock();
        try {
            running--;
            if (parent != null) {
                wake(parent);
            }
            nudge();
        } finally {
            lock.unlock();
        }
    }

    /** Does something to what this time guards, while no participant and no event touches it. */
    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    /** Has something happen after a while, on whichever thread then moves time on. */
    void after(Duration duration, Runnable event) {
        schedule(now.plus(duration), event);
    }

    /** Wakes all who wait for the signal. */
    void raise(Signal signal) {
        for (Waiter waiter : signal.takeAll()) {
            waiter.signalled = true;
            // Queued like everything else, so that whoever raises goes on first and the order of waking is the order of
            // asking.
            schedule(now, () -> wake(waiter));
        }
    }

    /** Waits, with the lock held, until the signal is raised (true) or the time has come (false). */
    boolean await(Signal signal, Instant until) throws InterruptedException {
        Waiter waiter = newWaiter();
        signal.add(waiter);
        schedule(until, () -> wake(waiter));
        try {
            block(waiter);
            return waiter.signalled;
        } finally {
            signal.remove(waiter);
        }
    }

    private Waiter newWaiter() {
        return new Waiter(lock.newCondition(), TAKES_PART.isBound() && TAKES_PART.get() == this);
    }

    private void schedule(Instant at, Runnable action) {
        queue.add(new Due(at.isBefore(now) ? now : at, sequence++, action));
    }

    private void wake(Waiter waiter) {
        if (waiter.awake) {
            return;
        }
        waiter.awake = true;
        if (waiter.takesPart) {
            running++;
        }
        waiter.condition.signal();
    }

    private void block(Waiter waiter) throws InterruptedException {
        if (waiter.takesPart) {
            running--;
        }
        blocked.add(waiter);
        try {
            while (!waiter.awake) {
                if (running == 0 && !driving) {
                    drive(waiter);
                } else {
                    waiter.condition.await();
                }
            }
        } finally {
            blocked.remove(waiter);
            wake(waiter);
        }
    }

    /** Lets one of those who wait move time on, if nobody runs. */
    private void nudge() {
        if (running == 0 && !driving && !blocked.isEmpty()) {
            blocked.iterator().next().condition.signal();
        }
    }

    private void drive(Waiter mine) throws InterruptedException {
        driving = true;
        try {
            while (!mine.awake && running == 0) {
                Due next = queue.peek();
                if (next == null) {
                    throw new IllegalStateException("Everybody waits in simulated time and nothing is due.");
                }
                if (pace.waits() && !passes(next.at())) {
                    continue;
                }
                queue.remove();
                now = next.at();
                next.action().run();
            }
        } finally {
            driving = false;
        }
    }

    /** Lets real time pass until the simulated instant; false where something earlier has turned up meanwhile. */
    private boolean passes(Instant at) throws InterruptedException {
        Duration jump = Duration.between(now, at);
        long slices = pace.slices(jump);
        Instant start = now;
        for (long slice = 1; slice <= slices && !jump.isZero(); slice++) {
            Due first = queue.peek();
            if (first == null || first.at().isBefore(at)) {
                return false;
            }
            pacing.awaitNanos(Math.max(1, pace.real(jump).dividedBy(slices).toNanos()));
            now = start.plus(jump.multipliedBy(slice).dividedBy(slices));
        }
        return true;
    }
}
