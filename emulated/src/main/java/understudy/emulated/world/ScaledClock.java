package understudy.emulated.world;

import java.time.Duration;
import java.time.Instant;

/** The world's time as ours, which it may outrun: for nodes that other programs talk to. */
public final class ScaledClock implements WorldClock {
    private final Instant start;
    private final long began = System.nanoTime();
    private final double speed;

    /** @param speed seconds of the world in each of ours */
    public ScaledClock(Instant start, double speed) {
        if (speed <= 0) {
            throw new IllegalArgumentException("Time passes only forwards, at a speed above 0, not " + speed + ".");
        }
        this.start = start;
        this.speed = speed;
    }

    @Override
    public Instant now() {
        return start.plusNanos((long) ((System.nanoTime() - began) * speed));
    }

    @Override
    public void pass(Duration time) throws InterruptedException {
        Thread.sleep(Duration.ofNanos((long) (time.toNanos() / speed)));
    }

    @Override
    public void after(Duration time, Runnable then) {
        Thread.ofVirtual().name("world-later").start(() -> {
            try {
                pass(time);
            } catch (InterruptedException ended) {
                return;
            }
            then.run();
        });
    }

    @Override
    public void start(String name, Runnable work) {
        Thread.ofVirtual().name(name).start(work);
    }

    @Override
    public void interrupt(Thread thread) {
        thread.interrupt();
    }
}
