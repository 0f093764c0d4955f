package understudy.driver.exchange.observe;

import java.time.Duration;

/** Waits between two looks. */
public final class Pauses {
    private Pauses() {}

    /** Waits; who is told to stop meanwhile stays told. */
    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
