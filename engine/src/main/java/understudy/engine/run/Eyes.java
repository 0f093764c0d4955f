package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.Targets;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.Observation;
import understudy.engine.ports.RunListener;
import understudy.engine.ports.RunTime;

/** Looks at the cluster no more often than needed: one look proves a step and lets the next one through, if nothing was done since. */
final class Eyes {
    /** Others change the cluster too: an older look is not used again. */
    private static final Duration STALE = Duration.ofSeconds(5);

    private final ClusterDriver driver;
    private final Supplier<Targets> targets;
    private final RunTime time;
    private final RunListener listener;
    private @Nullable ClusterSnapshot last;
    private @Nullable Targets lastTargets;
    private Instant acted = Instant.MIN;

    /** What is told as a target may change while the run goes on: nodes may be taken back. */
    Eyes(ClusterDriver driver, Supplier<Targets> targets, RunTime time, RunListener listener) {
        this.driver = driver;
        this.targets = targets;
        this.time = time;
        this.listener = listener;
    }

    /** Something was done: looks from before it no longer count. */
    synchronized void acted() {
        acted = time.instant();
    }

    /** A look that is younger than everything that was done, against what is to be reached now; the last one if it is. */
    Observation current() {
        Optional<ClusterSnapshot> usable = usable();
        return usable.<Observation>map(Observation.Seen::new).orElseGet(this::look);
    }

    Observation look() {
        Targets now = targets.get();
        return keep(now, () -> driver.observe(now));
    }

    /** Waits for a change after {@code before}, or looks again after {@code atMost}. */
    Observation change(ClusterSnapshot before, Duration atMost) {
        Targets now = targets.get();
        return keep(now, () -> driver.observeChange(before, now, atMost));
    }

    synchronized Optional<ClusterSnapshot> last() {
        return Optional.ofNullable(last);
    }

    private synchronized Optional<ClusterSnapshot> usable() {
        return last().filter(_ -> targets.get().equals(lastTargets))
                .filter(seen -> !seen.observedAt().isBefore(acted)
                        && !seen.observedAt().plus(STALE).isBefore(time.instant()));
    }

    private Observation keep(Targets against, Supplier<Observation> question) {
        Observation answer = asked(question);
        if (answer instanceof Observation.Seen(ClusterSnapshot snapshot)) {
            synchronized (this) {
                if (last == null || !snapshot.observedAt().isBefore(last.observedAt())) {
                    last = snapshot;
                    lastTargets = against;
                }
            }
            listener.looked(snapshot);
        }
        return answer;
    }

    private static Observation asked(Supplier<Observation> question) {
        try {
            return question.get();
        } catch (RuntimeException escaped) {
            return new Observation.NotSeen(Finding.error(
                    "LOOK-BROKE-OFF",
                    "cluster",
                    "The look at the cluster broke off: " + Sentences.of(escaped),
                    "The run looks again by itself."));
        }
    }
}
