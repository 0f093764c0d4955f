package understudy.driver.simulated;

import java.util.concurrent.locks.Condition;

/** One participant that waits in a simulated time. */
final class Waiter {
    final Condition condition;
    /** It takes part, so that time stands still while it runs. */
    final boolean takesPart;

    boolean awake;
    boolean signalled;

    Waiter(Condition condition, boolean takesPart) {
        this.condition = condition;
        this.takesPart = takesPart;
    }
}
