package understudy.cli.wiring;

import java.util.Comparator;
import understudy.cli.report.Experience;
import understudy.core.run.RunResult;
import understudy.engine.journal.RunSummary;
import understudy.engine.journal.StateStore;

/** What a state directory remembers of earlier runs of the same procedure on the same cluster. */
public final class Memory {
    /** Packages and machines change: what is older tells less. */
    private static final int RUNS = 5;

    private Memory() {}

    /** The experience for this assignment. */
    public static Experience of(StateStore store, Assignment assignment) {
        return Experience.of(store.runs().stream()
                .filter(run -> isAlike(run, assignment))
                .sorted(Comparator.comparing(RunSummary::created).reversed())
                .limit(RUNS)
                .map(run -> StateJournal.of(store, run.run(), run.cluster()).replay())
                .toList());
    }

    private static boolean isAlike(RunSummary run, Assignment assignment) {
        return run.cluster().equals(assignment.cluster().name())
                && run.procedure().equals(assignment.procedure().id())
                && run.state().equals(RunResult.FINISHED.name());
    }
}
