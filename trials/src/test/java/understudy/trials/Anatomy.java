package understudy.trials;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One outage of a report, taken apart.
 *
 * @param tasks as {@code resource task node}
 * @param cuts when each held session got no answer for the first time
 */
record Anatomy(Instant from, Instant until, Duration unexplained, List<String> tasks, List<Instant> cuts, String gap) {
    static Anatomy of(JsonNode outage) {
        Instant from = Instant.parse(outage.path("from").asString(""));
        JsonNode parts = outage.path("parts");
        return new Anatomy(
                from,
                from.plus(Duration.parse(outage.path("length").asString(""))),
                Duration.parse(parts.path("unexplained").asString("PT1H")),
                parts.path("operations")
                        .valueStream()
                        .map(one -> one.path("resource").asString("") + " "
                                + one.path("task").asString("") + " "
                                + one.path("node").asString(""))
                        .toList(),
                outage.path("sessions")
                        .valueStream()
                        .map(cut -> Instant.parse(cut.path("unanswered").asString("")))
                        .toList(),
                parts.path("gap").asString(""));
    }
}
