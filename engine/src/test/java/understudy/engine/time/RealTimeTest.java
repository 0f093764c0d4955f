package understudy.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class RealTimeTest {
    private final RealTime time = new RealTime();

    @Test
    void tasksOverlapAndAnswerInOrder() throws Exception {
        CountDownLatch all = new CountDownLatch(3);
        Callable<Boolean> meetsTheOthers = () -> {
            all.countDown();
            return all.await(10, TimeUnit.SECONDS);
        };
        assertThat(time.together(List.of(meetsTheOthers, meetsTheOthers, meetsTheOthers)))
                .containsExactly(true, true, true);
        assertThat(time.together(List.<Callable<Integer>>of(() -> 1, () -> 2, () -> 3)))
                .containsExactly(1, 2, 3);
        assertThat(time.together(List.<Callable<Integer>>of())).isEmpty();
    }

    @Test
    void throwsTheFirstFailureOnceAllHaveEnded() {
        AtomicBoolean ended = new AtomicBoolean();
        List<Callable<Integer>> tasks = List.of(
                () -> {
                    throw new IllegalStateException("first");
                },
                () -> {
                    time.pause(Duration.ofMillis(50));
                    ended.set(true);
                    return 1;
                },
                () -> {
                    throw new IllegalArgumentException("second");
                });
        assertThatThrownBy(() -> time.together(tasks))
                .hasMessage("first")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("second"));
        assertThat(ended).isTrue();
    }

    @Test
    void anInterruptionReachesTheTasks() throws Exception {
        CountDownLatch pausing = new CountDownLatch(1);
        AtomicBoolean reached = new AtomicBoolean();
        AtomicBoolean thrown = new AtomicBoolean();
        Callable<Boolean> task = () -> {
            pausing.countDown();
            try {
                time.pause(Duration.ofMinutes(1));
                return true;
            } catch (InterruptedException interrupted) {
                reached.set(true);
                throw interrupted;
            }
        };
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                time.together(List.of(task));
            } catch (Exception interrupted) {
                thrown.set(interrupted instanceof InterruptedException);
            }
        });
        assertThat(pausing.await(10, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(10))).isTrue();
        assertThat(reached).isTrue();
        assertThat(thrown).isTrue();
    }
}
