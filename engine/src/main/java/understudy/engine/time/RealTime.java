package understudy.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import understudy.engine.ports.RunTime;

/** Time as the wall clock tells it: a pause really waits, and tasks overlap on a virtual thread each. */
public final class RealTime implements RunTime {
    private final InstantSource clock = InstantSource.system();

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    /** An interruption of the caller is handed to all tasks; it comes out once they have ended. */
    @Override
    public <T> List<T> together(List<? extends Callable<T>> tasks) throws Exception {
        List<Future<T>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                .name(Thread.currentThread().getName() + "-together-", 0)
                .factory())) {
            tasks.forEach(task -> running.add(threads.submit(task)));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("Interrupted while " + tasks.size() + " tasks were under way.");
        }
        return results(running);
    }

    private static <T> List<T> results(List<Future<T>> ended) throws Exception {
        List<T> results = new ArrayList<>();
        Optional<Exception> first = Optional.empty();
        for (Future<T> one : ended) {
            try {
                results.add(one.get());
            } catch (ExecutionException wrapped) {
                Exception failure = failure(wrapped);
                first.ifPresent(before -> before.addSuppressed(failure));
                first = first.or(() -> Optional.of(failure));
            }
        }
        if (first.isPresent()) {
            throw first.get();
        }
        return results;
    }

    private static Exception failure(ExecutionException wrapped) {
        if (wrapped.getCause() instanceof Error error) {
            throw error;
        }
        return wrapped.getCause() instanceof Exception failure ? failure : wrapped;
    }
}
