package understudy.emulated.world;

import java.time.Duration;
import java.time.Instant;

/** The world's time, and everything in it that goes on at the same time. */
public interface WorldClock {
    /** Now, in the world. */
    Instant now();

    /** Waits until so much of the world's time has passed. */
    void pass(Duration time) throws InterruptedException;

    /** Waits until so much time has passed, then does what is done by somebody else: also where whoever waits is ended before. */
    default void pass(Duration time, Runnable then) throws InterruptedException {
        try {
            pass(time);
        } catch (InterruptedException ended) {
            after(time, then);
            throw ended;
        }
        then.run();
    }

    /** Does something once so much of the world's time has passed. */
    void after(Duration time, Runnable then);

    /** Does something meanwhile, on a thread of its own. */
    void start(String name, Runnable work);

    /** Wakes a thread that waits in this time, with an interruption. */
    void interrupt(Thread thread);
}
