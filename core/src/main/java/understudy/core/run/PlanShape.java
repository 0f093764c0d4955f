package understudy.core.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import understudy.core.planning.Plan;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;

/** What makes two plans the same: which steps, in which stages and lanes; sentences and durations do not count. */
public final class PlanShape {
    private PlanShape() {}

    /** One line for each lane of each stage. */
    public static List<String> of(List<Stage> stages) {
        return of(stages, _ -> true);
    }

    /** The same as if nothing were prepared once more that was prepared before. */
    public static List<String> withoutRepeatedPreparation(List<Stage> stages) {
        return of(
                stages,
                step -> !(step.verb() instanceof Verb.Prepare && step.id().isRepeated()));
    }

    private static List<String> of(List<Stage> stages, Predicate<Step> counts) {
        List<String> lines = new ArrayList<>();
        for (Stage stage : stages) {
            if (stage.steps().stream().noneMatch(counts)) {
                continue;
            }
            lines.add("stage");
            lines.add("lead " + ids(stage.lead(), counts));
            stage.tracks().forEach(track -> lines.add("track " + track.node() + " " + ids(track.steps(), counts)));
        }
        return List.copyOf(lines);
    }

    /** The hash by which a plan is named in the journal and to operators: 16 hex digits of a SHA-256. */
    public static String hash(Plan plan) {
        String text = plan.cluster() + "\n" + plan.procedure() + "\n" + plan.patch() + "\n"
                + String.join("\n", of(plan.stages()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    private static List<String> ids(List<Step> steps, Predicate<Step> counts) {
        return steps.stream().filter(counts).map(step -> step.id().value()).toList();
    }
}
