package understudy.cli;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Counts how often the clients of something were not served, looking every few milliseconds of ours. */
public final class ServiceWatch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Map<String, BooleanSupplier> served;
    private final Map<String, Integer> outages = new ConcurrentHashMap<>();
    private final Thread watcher;

    private ServiceWatch(Map<String, BooleanSupplier> served) {
        this.served = Map.copyOf(served);
        this.watcher = Thread.ofVirtual().name("service-watch").start(this::look);
    }

    /** Looks from now on, until it is closed. */
    public static ServiceWatch of(Map<String, BooleanSupplier> served) {
        return new ServiceWatch(served);
    }

    /** Of all of them together, so far. */
    public int outages() {
        return outages.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void look() {
        Map<String, Boolean> before = new ConcurrentHashMap<>();
        while (!Thread.currentThread().isInterrupted()) {
            served.forEach((name, one) -> {
                boolean now = one.getAsBoolean();
                if (before.getOrDefault(name, true) && !now) {
                    outages.merge(name, 1, Integer::sum);
                }
                before.put(name, now);
            });
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
        try {
            watcher.join(Duration.ofSeconds(10));
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
