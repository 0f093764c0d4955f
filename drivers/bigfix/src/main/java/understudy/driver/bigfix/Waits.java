package understudy.driver.bigfix;

import java.time.Duration;

/** Waits between looks at something that is awaited: shortly at first, then longer and longer, up to the pace's own length. */
public final class Waits {
    private static final Duration FIRST = Duration.ofMillis(200);

    private final BigFixSettings settings;
    private Duration next = FIRST;

    public Waits(BigFixSettings settings) {
        this.settings = settings;
    }

    /** Waits; who is told to stop meanwhile stays told. */
    public void pause() {
        Duration longest = settings.pace().look();
        Duration now = next.compareTo(longest) < 0 ? next : longest;
        next = now.multipliedBy(2);
        try {
            settings.clock().pause(now);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
