package understudy.cli.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What is said of the time in which no process of ours asked the service anything. */
public final class Watching {
    private Watching() {}

    /** One sentence. */
    public static String gap(Instant from, Instant until) {
        return "Not watched from " + second(from) + " to " + second(until)
                + ", because the run was broken off: what users noticed in that time was not measured.";
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    }
}
