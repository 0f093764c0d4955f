package understudy.driver.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Jobs that end once the cluster is as they want it. */
final class Watchers {
    private final List<Watched> watched = new ArrayList<>();

    private record Watched(Job job, BooleanSupplier ended) {}

    /** Asks now and after each change, until the answer is yes. */
    void watch(Job job, BooleanSupplier ended) {
        if (!ended.getAsBoolean()) {
            watched.add(new Watched(job, ended));
        }
    }

    void settle() {
        for (Watched one : List.copyOf(watched)) {
            if (one.job().isOver() || one.ended().getAsBoolean()) {
                watched.remove(one);
            }
        }
    }
}
