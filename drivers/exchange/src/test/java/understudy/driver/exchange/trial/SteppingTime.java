package understudy.driver.exchange.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import understudy.emulated.world.SteppingClock;
import understudy.engine.ports.RunTime;

/** The engine's and the driver's time is the world's; what would overlap is done in order. */
public record SteppingTime(SteppingClock clock) implements RunTime {
    @Override
    public Instant instant() {
        return clock.now();
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        clock.pass(duration.isNegative() ? Duration.ZERO : duration);
    }

    @Override
    public <T> List<T> together(List<? extends Callable<T>> tasks) throws Exception {
        List<T> results = new ArrayList<>();
        for (Callable<T> task : tasks) {
            results.add(task.call());
        }
        return results;
    }
}
