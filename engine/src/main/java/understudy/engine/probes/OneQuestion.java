package understudy.engine.probes;

import java.time.Duration;
import java.util.Optional;

/** Asks a probe's question once, with patience: whether it is the right question, not how long an outage lasts. */
public final class OneQuestion {
    private static final ProbeSettings PATIENT = new ProbeSettings(1, Duration.ofMillis(900), Duration.ofSeconds(5), 1);

    private OneQuestion() {}

    /**
     * How it was missed, as the rest of a sentence that begins with the probe's name; empty where it was answered well.
     *
     * <p>Returns within six seconds.
     */
    public static Optional<String> missed(Probe probe) {
        try {
            return switch (new Questions(PATIENT).ask(probe)) {
                case Answer.Good _ -> Optional.empty();
                case Answer.Missed(String how) -> Optional.of(how);
            };
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            return Optional.of("was not asked to the end");
        }
    }
}
