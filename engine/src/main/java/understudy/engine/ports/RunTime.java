package understudy.engine.ports;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

/** The engine's only source of time, waiting and overlap, so that a simulated run plays in simulated time and always the same way. */
public interface RunTime extends InstantSource {
    /** Waits; in simulated time that is what makes time pass. */
    void pause(Duration duration) throws InterruptedException;

    /** Waits for somebody who does not live by this time, at most so long; in simulated time none of it passes. */
    default void standBy(Duration atMost) throws InterruptedException {
        pause(atMost);
    }

    /** Runs all tasks, overlapping, and returns their results in order once all have ended. The first failure is thrown after all ended. */
    <T> List<T> together(List<? extends Callable<T>> tasks) throws Exception;
}
