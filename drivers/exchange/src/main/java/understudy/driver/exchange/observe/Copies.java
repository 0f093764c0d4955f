package understudy.driver.exchange.observe;

import java.util.List;
import java.util.Optional;
import understudy.driver.exchange.observe.ClusterReport.Copy;

/** Whether the copies of a replicated mailbox server are fit for a move: healthy, and so close behind that the move need not wait for them. */
public final class Copies {
    /** A busy server has always a log that is just being written; a move waits for it. */
    private static final int MOST_TO_COPY = 1;

    /** Each is replayed while nobody is served. */
    private static final int MOST_TO_REPLAY = 10;

    private Copies() {}

    /** What speaks against a move of the server now; empty where nothing does. */
    public static Optional<String> against(ClusterReport look, String server) {
        var copies = look.copies(server);
        return copies.isEmpty() ? Optional.of("the state of its copies could not be seen") : against(copies);
    }

    static Optional<String> against(List<Copy> copies) {
        return copies.stream().flatMap(copy -> against(copy).stream()).findFirst();
    }

    private static Optional<String> against(Copy copy) {
        if (!copy.status().equals("Healthy")) {
            return Optional.of("the copy of " + copy.storageGroup() + " is " + copy.status());
        }
        if (copy.copyQueue() > MOST_TO_COPY) {
            return Optional.of(
                    "the copy of " + copy.storageGroup() + " has " + copy.copyQueue() + " logs still to be copied");
        }
        return copy.replayQueue() > MOST_TO_REPLAY
                ? Optional.of("the copy of " + copy.storageGroup() + " has " + copy.replayQueue()
                        + " logs still to be replayed")
                : Optional.empty();
    }
}
