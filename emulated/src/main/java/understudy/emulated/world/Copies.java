package understudy.emulated.world;

import java.time.Duration;
import java.time.Instant;

/** The passive node's copy of a replicated mailbox server's data: its health, and the logs that it has still to copy and to replay. */
public final class Copies {
    private static final Duration COPIED_IN = Duration.ofSeconds(5);
    private static final Duration REPLAYED_IN = Duration.ofSeconds(6);

    private final WorldClock clock;
    private Instant since;
    private int backlog;
    private String status = "Healthy";
    private boolean servesPassive = true;

    Copies(WorldClock clock) {
        this.clock = clock;
        this.since = clock.now();
    }

    /** So many logs have still to be copied; from now on they fall. */
    public synchronized void fallBehind(int logs) {
        backlog = logs;
        since = clock.now();
    }

    /** What stands in the status from now on: {@code Healthy}, {@code Failed}, {@code Suspended}, {@code Seeding}. */
    public synchronized void status(String now) {
        status = now;
    }

    /** Whether the node that has the copy is there. */
    synchronized void servedByPassiveNode(boolean there) {
        servesPassive = there;
    }

    /** As {@code SummaryCopyStatus} has it. */
    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "SummaryCopyStatus says ServiceDown while the passive node is down.")
    public synchronized String status() {
        return servesPassive ? status : "ServiceDown";
    }

    public synchronized int copyQueue() {
        return left(COPIED_IN);
    }

    public synchronized int replayQueue() {
        return left(REPLAYED_IN);
    }

    private int left(Duration each) {
        long gone = Duration.between(since, clock.now()).dividedBy(each);
        return (int) Math.max(0, backlog - gone);
    }
}
