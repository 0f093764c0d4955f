package understudy.driver.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatedTimeTest {
    private static final Instant START = Instant.parse("2026-01-03T22:00:00Z");

    @Test
    void aYearPassesInNoTime() throws InterruptedException {
        SimulatedTime time = new SimulatedTime(START);
        long before = System.nanoTime();

        time.pause(Duration.ofDays(365));

        assertThat(time.instant()).isEqualTo(START.plus(Duration.ofDays(365)));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void tasksOverlapInSimulatedTimeAndAlwaysTheSameWay() throws Exception {
        List<String> first = history();

        assertThat(first).containsExactly("a at 0", "b at 0", "c at 0", "a at 2", "c at 2", "b at 3", "a at 4");
        for (int i = 0; i < 50; i++) {
            assertThat(history()).isEqualTo(first);
        }
    }

    private static List<String> history() throws Exception {
        SimulatedTime time = new SimulatedTime(START);
        List<String> history = Collections.synchronizedList(new ArrayList<>());
        time.together(
                List.of(task(time, history, "a", 2, 2), task(time, history, "b", 3), task(time, history, "c", 2)));
        assertThat(time.instant()).isEqualTo(START.plusSeconds(4));
        return history;
    }

    private static Callable<String> task(SimulatedTime time, List<String> history, String name, int... pauses) {
        return () -> {
            history.add(name + " at " + Duration.between(START, time.instant()).toSeconds());
            for (int pause : pauses) {
                time.pause(Duration.ofSeconds(pause));
                history.add(
                        name + " at " + Duration.between(START, time.instant()).toSeconds());
            }
            return name;
        };
    }

    @Test
    void resultsComeInTheOrderOfTheTasks() throws Exception {
        SimulatedTime time = new SimulatedTime(START);

        List<Integer> results = time.together(IntStream.range(0, 20)
                .mapToObj(i -> (Callable<Integer>) () -> {
                    time.pause(Duration.ofSeconds(20 - i));
                    return i;
                })
                .toList());

        assertThat(results).isEqualTo(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void tasksOfTasksOverlapToo() throws Exception {
        SimulatedTime time = new SimulatedTime(START);
        Callable<Integer> inner = () -> {
            time.pause(Duration.ofMinutes(1));
            return 1;
        };
        Callable<Integer> outer =
                () -> time.together(List.of(inner, inner, inner)).size();

        assertThat(time.together(List.of(outer, outer))).containsExactly(3, 3);
        assertThat(time.instant()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void theFirstFailureComesOutOnceAllHaveEnded() {
        SimulatedTime time = new SimulatedTime(START);
        List<String> history = Collections.synchronizedList(new ArrayList<>());
        Callable<String> fails = () -> {
            throw new IllegalStateException("broken");
        };

        assertThatThrownBy(() -> time.together(List.of(fails, task(time, history, "b", 5))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        assertThat(history).hasSize(2);
    }

    @Test
    void nothingToDoTogetherTakesNoTime() throws Exception {
        SimulatedTime time = new SimulatedTime(START);

        assertThat(time.together(List.<Callable<String>>of())).isEmpty();
        assertThat(time.instant()).isEqualTo(START);
    }

    @Test
    void aPaceLetsAReaderWatch() throws InterruptedException {
        SimulatedTime time = new SimulatedTime(START, new Pace(Duration.ofMillis(100), Duration.ofMillis(120)));
        long before = System.nanoTime();

        time.pause(Duration.ofMinutes(1));
        time.pause(Duration.ofHours(8));

        assertThat(time.instant()).isEqualTo(START.plus(Duration.ofMinutes(481)));
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(30));
    }
}
