package understudy.cli.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import understudy.core.run.Event;

/**
 * Finds the stretches in which no process watched the service, because the one that carried the run was killed: an outage of that time
 * was not measured, and nobody may say that there was none.
 */
final class Unwatched {
    private final List<Sitting> stretches = new ArrayList<>();
    private Instant latest = Instant.MIN;
    private boolean ended;

    void take(Event event) {
        boolean isResumed =
                event instanceof Event.ResumeAsked(Instant _, String request, String _) && isOfANewProcess(request);
        if (isResumed && !ended && latest.isBefore(event.at())) {
            stretches.add(new Sitting(latest, event.at()));
        }
        ended = event instanceof Event.RunEnded;
        latest = event.at().isAfter(latest) ? event.at() : latest;
    }

    List<Sitting> all() {
        return List.copyOf(stretches);
    }

    /** The engine names its own resumption by the moment; a person's wish to a process that lives has a random name. */
    private static boolean isOfANewProcess(String request) {
        try {
            Instant.parse(request.substring(request.indexOf('/') + 1));
            return true;
        } catch (DateTimeException random) {
            return false;
        }
    }
}
