package understudy.core.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Change;
import understudy.core.model.Finding;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.Patch.RestartRule;
import understudy.core.model.PatchState;
import understudy.core.model.RestartNeed;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.Verb;

/** No node leaves its drain before its packages are consistent, its restart has happened, and membership and versions are proven (safety rule 3). */
final class ReleaseGuard implements Guard {
    @Override
    public List<Finding> judge(GuardInput input) {
        Optional<Node> node = input.step().node().flatMap(input.now()::node);
        if (!(input.step().verb() instanceof Verb.Release) || node.isEmpty()) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        packages(input, node.get(), reasons);
        restart(input, node.get(), reasons);
        if (!node.get().membership().isMember()) {
            reasons.add("it is not a settled member of the cluster");
        }
        return reasons.stream()
                .map(reason -> Finding.error(
                        "NOT-READY-FOR-RELEASE",
                        node.get().id().value(),
                        node.get().id() + " stays drained, because " + reason + ".",
                        "Repair it and resume; `understudy by-hand` names the command that releases it."))
                .toList();
    }

    private static void packages(GuardInput input, Node node, List<String> reasons) {
        switch (node.patch()) {
            case PatchState.Patched(), PatchState.NotVersioned() -> {
                // Versions are proven.
            }
            case PatchState.Behind(List<Change> changes) -> {
                if (!input.recovery() || wasInstalled(input, node.id())) {
                    reasons.add("it is below its targets in " + changes.size() + " of its components");
                }
            }
            case PatchState.Broken(String reason, String _) ->
                reasons.add("an installation on it is half done: " + reason);
            case PatchState.Unknown(String reason) -> reasons.add("its versions could not be read: " + reason);
        }
    }

    /** A node on which nothing was installed is as consistent as it was: an aborted run may give it back. */
    private static boolean wasInstalled(GuardInput input, NodeId node) {
        return input.fresh().procedure().node().stream()
                .filter(step -> step.verb() instanceof Verb.Install)
                .anyMatch(step -> isDone(input, step, node));
    }

    private static void restart(GuardInput input, Node node, List<String> reasons) {
        RestartRule rule = input.fresh().patch().restart();
        switch (node.restart()) {
            case RestartNeed.NotNeeded() -> {
                // Nothing asks for it; whether one is demanded is judged below.
            }
            case RestartNeed.Needed(String reason) -> {
                if (rule != RestartRule.NEVER) {
                    reasons.add("it still asks for a restart: " + reason);
                }
            }
            case RestartNeed.Unknown(String reason) -> {
                if (rule != RestartRule.NEVER) {
                    reasons.add("whether it asks for a restart could not be seen: " + reason);
                }
            }
        }
        for (ProcedureStep step : input.fresh().procedure().node()) {
            boolean demanded =
                    step.verb() instanceof Verb.Restart(boolean always) && (always || rule == RestartRule.ALWAYS);
            if (demanded && wasInstalled(input, node.id()) && !isDone(input, step, node.id())) {
                reasons.add("the restart that its patch demands has not happened");
            }
        }
    }

    private static boolean isDone(GuardInput input, ProcedureStep step, NodeId node) {
        String id = step.id() + ":" + node;
        return input.fresh().records().done().stream()
                .anyMatch(done -> done.withoutOccurrence().equals(id));
    }
}
