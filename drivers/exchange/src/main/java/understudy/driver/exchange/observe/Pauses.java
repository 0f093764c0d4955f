package understudy.driver.exchange.observe;

import understudy.driver.exchange.ExchangeSettings;

/** Waits between two looks. */
public final class Pauses {
    private Pauses() {}

    /** Waits as long as the settings say; who is told to stop meanwhile stays told. */
    public static void pause(ExchangeSettings settings) {
        try {
            settings.clock().pause(settings.look());
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
