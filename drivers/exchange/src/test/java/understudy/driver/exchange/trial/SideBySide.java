package understudy.driver.exchange.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/**
 * Plays many runs at a time, each on a cluster of its own. They are virtual threads, because a run hands over to its clock and its commands all the
 * time: between threads of the operating system that alone would take longer than the run.
 */
public final class SideBySide {
    /** More than there are processors, so that none is idle while a run waits for its own other threads. */
    private static final int AT_A_TIME = 2 * Runtime.getRuntime().availableProcessors();

    private SideBySide() {}

    /** What came of each number from 0 on, in their order. */
    public static <R> List<R> each(int count, IntFunction<R> run) throws Exception {
        var turns = new Semaphore(AT_A_TIME);
        List<Future<R>> played = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < count; number++) {
                int at = number;
                turns.acquire();
                played.add(threads.submit(() -> {
                    try {
                        return run.apply(at);
                    } finally {
                        turns.release();
                    }
                }));
            }
        }
        List<R> results = new ArrayList<>();
        for (var one : played) {
            results.add(one.get());
        }
        return results;
    }
}
