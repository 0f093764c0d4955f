package understudy.core.planning;

import java.util.stream.Collectors;
import understudy.core.model.Finding;

/** A plan as text, so that a test compares the whole of it and two processes can compare theirs. */
public final class PlanText {
    private PlanText() {}

    /** The ids of the steps, a line for each stage: lead | track | track. */
    public static String ids(Planning planning) {
        return switch (planning) {
            case Planning.Planned(Plan plan) ->
                plan.stages().stream().map(PlanText::ids).collect(Collectors.joining("\n"));
            case Planning.NothingToDo(var _, boolean incomplete) ->
                incomplete ? "nothing to do, incomplete" : "nothing to do";
            case Planning.Refused(var findings) ->
                findings.stream()
                        .filter(Finding::blocks)
                        .map(finding -> finding.code() + " " + finding.subject())
                        .collect(Collectors.joining("\n"));
        };
    }

    private static String ids(Stage stage) {
        String lead = stage.lead().stream().map(step -> step.id().value()).collect(Collectors.joining(" "));
        String tracks = stage.tracks().stream()
                .map(track ->
                        track.steps().stream().map(step -> step.id().value()).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
        return lead.isEmpty() ? tracks : (tracks.isEmpty() ? lead : lead + " || " + tracks);
    }

    /** Everything that is in the plan. */
    public static String whole(Planning planning) {
        return planning.toString();
    }
}
