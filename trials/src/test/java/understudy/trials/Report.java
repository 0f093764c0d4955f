package understudy.trials;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code report --output json} says of a run, as a program of somebody else would read it. */
record Report(JsonNode json) {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(10);

    static Report read(String text) {
        return new Report(JsonMapper.shared().readTree(text));
    }

    String result() {
        return json.path("result").asString("");
    }

    String sentence() {
        return json.path("sentence").asString("");
    }

    /**
     * The groups whose outages the probes measured, one entry for each outage: all that are long, and those within a handover. What
     * is left out is short and beside every handover: where a lab's nodes share a few cores with their load, an answer may come late.
     */
    List<String> outages() {
        return json.path("measured")
                .valueStream()
                .filter(this::isOutage)
                .map(outage -> outage.path("group").asString(""))
                .toList();
    }

    private boolean isOutage(JsonNode outage) {
        Duration length = Duration.parse(outage.path("length").asString(""));
        if (length.compareTo(LONG) >= 0) {
            return true;
        }
        Instant from = Instant.parse(outage.path("from").asString(""));
        return length.compareTo(SHORTEST) >= 0
                && json.path("steps")
                        .valueStream()
                        .filter(step -> step.path("step").asString("").startsWith("move:"))
                        .anyMatch(step -> covers(step, from));
    }

    private static boolean covers(JsonNode step, Instant moment) {
        Instant began = Instant.parse(step.path("began").asString(""));
        Instant ended = began.plus(Duration.parse(step.path("took").asString("")));
        return !moment.isBefore(began) && !moment.isAfter(ended);
    }

    /** The steps that were begun, in order, one entry for each attempt. */
    List<String> steps() {
        return texts("steps", "step");
    }

    /** The handovers among them. */
    List<String> handovers() {
        return steps().stream().filter(step -> step.startsWith("move:")).toList();
    }

    /** What was not given back. */
    List<String> kept() {
        return texts("kept", "what");
    }

    private List<String> texts(String list, String key) {
        return json.path(list)
                .valueStream()
                .map(entry -> entry.path(key).asString(""))
                .toList();
    }
}
