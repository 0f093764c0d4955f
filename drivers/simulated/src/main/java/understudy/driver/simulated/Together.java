package understudy.driver.simulated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Tasks that overlap, with what came of them in their order. */
final class Together<T> {
    private final List<? extends Callable<T>> tasks;
    private final List<@Nullable Ended<T>> ended;
    private final AtomicInteger left;

    private sealed interface Ended<T> {
        record Well<T>(T result) implements Ended<T> {}

        record Badly<T>(Throwable failure) implements Ended<T> {}
    }

    Together(List<? extends Callable<T>> tasks) {
        this.tasks = tasks;
        this.ended = Collections.synchronizedList(new ArrayList<>(Collections.nCopies(tasks.size(), null)));
        this.left = new AtomicInteger(tasks.size());
    }

    void run(int index) {
        ended.set(index, outcome(tasks.get(index)));
    }

    private static <T> Ended<T> outcome(Callable<T> task) {
        try {
            return new Ended.Well<>(task.call());
        } catch (Throwable failure) {
            return new Ended.Badly<>(failure);
        }
    }

    /** True for the last one that ends. */
    boolean countDown() {
        return left.decrementAndGet() == 0;
    }

    List<T> results() throws Exception {
        List<T> results = new ArrayList<>();
        for (Ended<T> one : ended) {
            switch (one) {
                case Ended.Well<T>(T result) -> results.add(result);
                case Ended.Badly<T>(Exception failure) -> throw failure;
                case Ended.Badly<T>(Error failure) -> throw failure;
                case Ended.Badly<T>(Throwable failure) -> throw new IllegalStateException(failure);
                case null -> throw new IllegalStateException("A task was not run to its end.");
            }
        }
        return results;
    }
}
