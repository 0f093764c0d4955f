package understudy.driver.exchange.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.driver.exchange.trial.SideBySide;

/** Operations drawn by a seed: outcome and state are the same on both clusters after each, or their difference is listed. */
class WalkTest {
    private static final long SEED = 20_071_129;
    private static final int LENGTH = 40;
    private static final List<Shape> SHAPES = List.of(
            new Shape(2, 1, true),
            new Shape(3, 1, true),
            new Shape(3, 2, true),
            new Shape(4, 2, true),
            new Shape(2, 1, false),
            new Shape(3, 2, false),
            new Shape(2, 1, true, Kind.REPLICATED),
            new Shape(2, 1, false, Kind.REPLICATED),
            new Shape(2, 1, true, Kind.EXCHANGE_2003),
            new Shape(3, 1, true, Kind.EXCHANGE_2003),
            new Shape(2, 1, false, Kind.EXCHANGE_2003),
            new Shape(2, 1, true, Kind.EXCHANGE_2000),
            new Shape(3, 1, true, Kind.EXCHANGE_2000),
            new Shape(2, 1, true, Kind.EXCHANGE_55),
            new Shape(2, 1, false, Kind.EXCHANGE_55),
            new Shape(1, 1, true, Kind.ALONE),
            new Shape(1, 1, false, Kind.ALONE),
            new Shape(1, 1, true, Kind.ALONE_2003),
            new Shape(1, 1, true, Kind.ALONE_2000),
            new Shape(1, 1, false, Kind.ALONE_55));

    @Test
    @Timeout(120)
    void someWalksGoAlike() throws Exception {
        walked(SEED, 40);
    }

    @Test
    @Tag("long")
    @Timeout(3600)
    void manyWalksGoAlike() throws Exception {
        walked(SEED + 1_000, 2_000);
    }

    private static void walked(long first, int count) throws Exception {
        List<Walked> walks = SideBySide.each(count, at -> walk(first + at));
        int steps = walks.stream().mapToInt(Walked::steps).sum();
        System.out.println("contract walks: " + count + " seeds from " + first + ", " + steps + " operations compared");
        assertThat(walks.stream().flatMap(walk -> walk.wrong().stream())).isEmpty();
        // A listed difference ends its walk; were it met at once, nothing would be compared.
        assertThat(steps).isGreaterThan(count * LENGTH / 2);
    }

    /** @param steps how many operations were compared */
    private record Walked(int steps, List<String> wrong) {}

    private static Walked walk(long seed) {
        var shape = SHAPES.get((int) (seed % SHAPES.size()));
        List<String> gone = new ArrayList<>(List.of("seed " + seed + ", " + shape));
        try (var pair = new Pair(shape)) {
            var known = Difference.all();
            var walk = new Walk(shape, seed);
            while (gone.size() <= LENGTH) {
                for (Operation operation : walk.next()) {
                    var both = pair.does(operation);
                    gone.add(operation + " -> " + both.emulated() + (both.agree() ? "" : " | " + both.simulated()));
                    if (!both.agree() && Difference.of(known, operation, both).isEmpty()) {
                        return new Walked(gone.size(), List.of(String.join("\n", gone) + "\n" + pair.state()));
                    }
                    if (!both.sameState()) {
                        return new Walked(gone.size(), List.of());
                    }
                }
            }
            return new Walked(gone.size(), List.of());
        } catch (Exception | AssertionError broken) {
            return new Walked(gone.size(), List.of(String.join("\n", gone) + "\n" + broken));
        }
    }
}
