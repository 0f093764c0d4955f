package understudy.driver.simulated;

import java.util.ArrayList;
import java.util.List;

/** Something that participants of a simulated time wait for. */
final class Signal {
    private final List<Waiter> waiters = new ArrayList<>();

    void add(Waiter waiter) {
        waiters.add(waiter);
    }

    void remove(Waiter waiter) {
        waiters.remove(waiter);
    }

    /** All that wait now, who thereby wait no longer. */
    List<Waiter> takeAll() {
        List<Waiter> all = List.copyOf(waiters);
        waiters.clear();
        return all;
    }
}
