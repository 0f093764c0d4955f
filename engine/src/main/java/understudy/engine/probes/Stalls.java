package understudy.engine.probes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stalls of this machine, each told once although many waiting questions notice the same one. */
final class Stalls {
    private static final int KEPT = 1_000;

    private final List<Stall> apart = new ArrayList<>();

    void add(Stall stall) {
        Stall whole = stall;
        List<Stall> same = apart.stream().filter(known -> known.touches(stall)).toList();
        for (Stall known : same) {
            whole = whole.joined(known);
        }
        apart.removeAll(same);
        if (apart.size() < KEPT) {
            apart.add(whole);
        }
    }

    /** How much of the time between the two was stalled. */
    Duration within(Instant from, Instant until) {
        return apart.stream().map(stall -> stall.within(from, until)).reduce(Duration.ZERO, Duration::plus);
    }
}
