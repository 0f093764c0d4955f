package understudy.trials;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code report --output json} says of a run, as a program of somebody else would read it. */
record Report(JsonNode json) {
    private static final Duration SHORTEST = Duration.ofSeconds(3);

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
     * The groups whose outages the probes measured, one entry for each outage. Those under {@link #SHORTEST} are left out: no
     * handover is that short, and where a lab's nodes share a few cores with their load an answer may come late.
     */
    List<String> outages() {
        return json.path("measured")
                .valueStream()
                .filter(outage ->
                        Duration.parse(outage.path("length").asString("")).compareTo(SHORTEST) >= 0)
                .map(outage -> outage.path("group").asString(""))
                .toList();
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
