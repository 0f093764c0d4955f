package understudy.emulated.world;

import java.time.Duration;
import java.time.Instant;

/** The world's time, which may pass faster than ours. */
public final class WorldClock {
    private final Instant start;
    private final long began = System.nanoTime();
    private final double speed;

    /** @param speed seconds of the world in each of ours */
    public WorldClock(Instant start, double speed) {
        if (speed <= 0) {
            throw new IllegalArgumentException("Time passes only forwards, at a speed above 0, not " + speed + ".");
        }
        this.start = start;
        this.speed = speed;
    }

    /** Now, in the world. */
    public Instant now() {
        return start.plusNanos((long) ((System.nanoTime() - began) * speed));
    }

    /** Waits until so much of the world's time has passed. */
    public void pass(Duration time) throws InterruptedException {
        Thread.sleep(Duration.ofNanos((long) (time.toNanos() / speed)));
    }

    /** Does something once so much of the world's time has passed. */
    void after(Duration time, Runnable then) {
        Thread.ofVirtual().name("world-later").start(() -> {
            try {
                pass(time);
            } catch (InterruptedException ended) {
                return;
            }
            then.run();
        });
    }
}
