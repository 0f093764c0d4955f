package understudy.core.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.Ordered;
import understudy.core.model.StepId;
import understudy.core.model.Targets;

/**
 * What a run knows and cannot observe.
 *
 * @param originalPlacement the nodes that served each group when the run began
 * @param done steps that succeeded and are not to be done again: fetches, confirmations, checks, restarts, one-time steps
 * @param skipped nodes that an operator took out of this run
 * @param ledger what we changed and have not given back
 * @param outageSpent measured so far, for each group
 * @param expected durations of earlier runs by procedure step, which replace the procedure's own
 */
public record RunRecords(
        Targets targets,
        Map<GroupId, List<NodeId>> originalPlacement,
        List<StepId> done,
        List<NodeId> skipped,
        List<LedgerEntry> ledger,
        Map<GroupId, Duration> outageSpent,
        Map<String, Duration> expected) {
    public RunRecords {
        originalPlacement = Ordered.copy(originalPlacement);
        done = List.copyOf(done);
        skipped = List.copyOf(skipped);
        ledger = List.copyOf(ledger);
        outageSpent = Ordered.copy(outageSpent);
        expected = Ordered.copy(expected);
    }

    public static RunRecords atStart(Targets targets) {
        return new RunRecords(targets, Map.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());
    }

    /** The same where steps have taken so long in earlier runs. */
    public RunRecords expecting(Map<String, Duration> shown) {
        return new RunRecords(targets, originalPlacement, done, skipped, ledger, outageSpent, shown);
    }

    /** The same run, which has also taken these over from another one. */
    public RunRecords owing(List<LedgerEntry> inherited) {
        List<LedgerEntry> more = new ArrayList<>(ledger);
        more.addAll(inherited);
        return new RunRecords(targets, originalPlacement, done, skipped, more, outageSpent, expected);
    }
}
