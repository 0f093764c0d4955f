package understudy.engine.run;

import java.util.List;
import java.util.Optional;
import understudy.core.model.Change;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Node;
import understudy.core.model.PatchState;
import understudy.core.model.Targets;
import understudy.core.run.RunResult;

/** Whether the packages that a patch has replaced may go from their node: when the run ends well, or where nobody needs them to go back. */
final class OldPackages {
    private OldPackages() {}

    /** Why they stay; empty where they may go, and for every other entry. */
    static Optional<String> keeps(LedgerEntry entry, ClusterSnapshot seen, RunResult result, Targets targets) {
        if (entry.kind() != LedgerEntry.Kind.OLD_PACKAGES || result == RunResult.FINISHED) {
            return Optional.empty();
        }
        return entry.node()
                .flatMap(seen::node)
                .filter(node -> !hasThem(node, targets))
                .map(node -> "What " + node.id()
                        + " had before the patch stays there until a run ends well, to go back to.");
    }

    /** The node was never changed, or is back already. */
    private static boolean hasThem(Node node, Targets targets) {
        if (targets.isTakenBack(node.id())) {
            return node.patch().isPatched();
        }
        return node.patch() instanceof PatchState.Behind(List<Change> changes)
                && changes.size() == targets.of(node.id()).size();
    }
}
