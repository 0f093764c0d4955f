package understudy.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.core.model.RunId;
import understudy.engine.time.RealTime;

/** Measures durable appends: {@code ./build test -pl engine -am -DincludedTags=bench -DexcludedTags=none -Dtest=JournalBench}. */
@Tag("bench")
final class JournalBench {
    private static final RunId RUN = new RunId("bench");
    private static final String PAYLOAD = "{\"kind\":\"step-ended\",\"step\":\"install/n1\"}".repeat(5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 64, 200})
    void appendsPerSecond(int threads) throws Exception {
        int each = Math.max(200, 20_000 / threads);
        try (StateStore store = StateStore.open(folder)) {
            assertThat(store.hold(RUN)).isInstanceOf(Hold.Holder.class);
            measure(store, threads, each / 4);
            long begin = System.nanoTime();
            long[] latencies = measure(store, threads, each);
            double seconds = (System.nanoTime() - begin) / 1e9;
            Arrays.sort(latencies);
            System.out.printf(
                    "bench: %d threads, %.0f appends/s, p50 %.2f ms, p99 %.2f ms%n",
                    threads,
                    latencies.length / seconds,
                    latencies[latencies.length / 2] / 1e6,
                    latencies[latencies.length * 99 / 100] / 1e6);
        }
    }

    private static long[] measure(StateStore store, int threads, int each) throws Exception {
        List<Callable<long[]>> tasks = IntStream.range(0, threads)
                .mapToObj(n -> (Callable<long[]>) () -> append(store, new MemberId("member-" + n), each))
                .toList();
        return new RealTime()
                .together(tasks).stream().flatMapToLong(Arrays::stream).toArray();
    }

    private static long[] append(StateStore store, MemberId member, int times) {
        long[] latencies = new long[times];
        for (int n = 0; n < times; n++) {
            long begin = System.nanoTime();
            store.append(RUN, member, List.of(PAYLOAD));
            latencies[n] = System.nanoTime() - begin;
        }
        return latencies;
    }
}
