package understudy.cli.view;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.run.RunHeader;

/** How long the rest of a plan is expected to take: the lead of each stage one after the other, then its longest track. */
final class Rest {
    private final Map<String, Duration> shown;

    private Rest(Map<String, Duration> shown) {
        this.shown = shown;
    }

    /** By what earlier runs have shown before this one, else by the procedure's own words. */
    static Rest of(RunHeader header) {
        return new Rest(header.expected());
    }

    Duration expected(List<Stage> stages) {
        return stages.stream().map(this::expected).reduce(Duration.ZERO, Duration::plus);
    }

    Duration expected(Step step) {
        return shown.getOrDefault(step.source().id(), step.source().expected());
    }

    private Duration expected(Stage stage) {
        Duration longest = stage.tracks().stream()
                .map(track -> sum(track.steps()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return sum(stage.lead()).plus(longest);
    }

    private Duration sum(List<Step> steps) {
        return steps.stream().map(this::expected).reduce(Duration.ZERO, Duration::plus);
    }
}
