package understudy.cli.view;

import java.time.Duration;
import java.util.List;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;

/** How long the rest of a plan is expected to take: the lead of each stage one after the other, then its longest track. */
final class Rest {
    private Rest() {}

    static Duration expected(List<Stage> stages) {
        return stages.stream().map(Rest::expected).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration expected(Stage stage) {
        Duration longest = stage.tracks().stream()
                .map(track -> sum(track.steps()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return sum(stage.lead()).plus(longest);
    }

    private static Duration sum(List<Step> steps) {
        return steps.stream().map(step -> step.source().expected()).reduce(Duration.ZERO, Duration::plus);
    }
}
