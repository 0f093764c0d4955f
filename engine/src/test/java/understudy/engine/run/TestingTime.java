package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import understudy.engine.ports.RunTime;

/** Time that passes only when somebody waits; what overlaps is done one after the other. */
final class TestingTime implements RunTime {
    static final Instant START = Instant.parse("2026-11-21T01:00:00Z");

    private Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public void pause(Duration duration) {
        advance(duration);
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
