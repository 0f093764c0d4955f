package understudy.driver.pacemaker.act;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Pauses between tries at a node that does not answer; everything else is waited for on the nodes. */
final class Pauses {
    private static final Duration BRIEF = Duration.ofMillis(150);

    private Pauses() {}

    static void briefly() {
        LockSupport.parkNanos(BRIEF.toNanos());
    }
}
