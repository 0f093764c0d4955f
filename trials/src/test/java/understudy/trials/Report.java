package understudy.trials;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code report --output json} says of a run, as a program of somebody else would read it. */
record Report(JsonNode json) {
    static Report read(String text) {
        return new Report(JsonMapper.shared().readTree(text));
    }

    String result() {
        return json.path("result").asString("");
    }

    String sentence() {
        return json.path("sentence").asString("");
    }

    /** The groups whose outages the probes measured, one entry for each outage. */
    List<String> outages() {
        return texts("measured", "group");
    }

    /** How often nobody watched, because the run had been killed. */
    int unwatched() {
        return json.path("unwatched").size();
    }

    /** The same outages, taken apart. */
    List<Anatomy> anatomies() {
        return json.path("measured").valueStream().map(Anatomy::of).toList();
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
