package understudy.driver.simulated.scenario;

import java.time.Duration;
import java.util.Map;
import understudy.core.model.Ordered;

/**
 * How long things take, and the seed from which each duration is drawn.
 *
 * <p>A duration depends on the seed, on what happens, to whom and for which time, and on nothing else, so that a change of the
 * plan does not change how long the rest of it takes.
 */
public record Latencies(long seed, Map<Latency, Range> ranges) {
    public Latencies {
        ranges = Ordered.copy(ranges);
    }

    public static Latencies standard(long seed) {
        return new Latencies(seed, Map.of());
    }

    public Range of(Latency latency) {
        return ranges.getOrDefault(latency, latency.standard());
    }

    public Duration draw(Latency latency, String subject, int occurrence) {
        return draw(of(latency), latency.name() + " " + subject, occurrence);
    }

    public Duration draw(Range range, String subject, int occurrence) {
        if (range.least().equals(range.most())) {
            return range.least();
        }
        long mixed = mix(mix(seed + 0x9E3779B97F4A7C15L * occurrence) ^ hash(subject));
        return range.at((mixed >>> 11) * 0x1.0p-53);
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** SplitMix64's finisher. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
