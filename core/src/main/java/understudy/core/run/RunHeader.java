package understudy.core.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Ordered;
import understudy.core.model.Policy;
import understudy.core.model.RunId;
import understudy.core.model.Targets;

/**
 * The first line of a run's journal: all that stays the same for as long as the run lives.
 *
 * @param format of the journal; old formats stay readable for ever
 * @param inputs hash of inventory, patch, procedure and policy; a run is not resumed with changed ones
 * @param originalPlacement the nodes that served each group when the run began
 * @param expected durations that earlier runs have shown, by procedure step
 * @param heldFor whom it goes together with, as the end of a sentence: it is held until they are there too ({@link Hold}); empty for nobody
 */
public record RunHeader(
        int format,
        RunId run,
        String cluster,
        String inputs,
        String procedure,
        String patch,
        Targets targets,
        Map<GroupId, List<NodeId>> originalPlacement,
        Map<String, Duration> expected,
        Policy policy,
        Optional<String> heldFor) {
    /** The format that this release writes. */
    public static final int FORMAT = 1;

    public RunHeader {
        if (format < 1 || format > FORMAT) {
            throw new IllegalArgumentException("The journal of run " + run + " has format " + format
                    + ", which this release cannot read: use the release that wrote it, or a newer one.");
        }
        originalPlacement = Ordered.copy(originalPlacement);
        expected = Ordered.copy(expected);
    }

    /** One that waits for nobody. */
    public RunHeader(
            int format,
            RunId run,
            String cluster,
            String inputs,
            String procedure,
            String patch,
            Targets targets,
            Map<GroupId, List<NodeId>> originalPlacement,
            Map<String, Duration> expected,
            Policy policy) {
        this(
                format,
                run,
                cluster,
                inputs,
                procedure,
                patch,
                targets,
                originalPlacement,
                expected,
                policy,
                Optional.empty());
    }

    /** The same, held for others. */
    public RunHeader heldFor(Optional<String> others) {
        return new RunHeader(
                format, run, cluster, inputs, procedure, patch, targets, originalPlacement, expected, policy, others);
    }
}
