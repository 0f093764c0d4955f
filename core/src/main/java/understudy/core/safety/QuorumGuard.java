package understudy.core.safety;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.Quorum;

/** The voters surely present, less all that are absent, leaving or in this stage, must hold quorum by the cluster's rule. */
final class QuorumGuard implements Guard {
    @Override
    public List<Finding> judge(GuardInput input) {
        Quorum quorum = input.now().quorum();
        List<Finding> findings = new ArrayList<>();
        String step = input.step().id().value();
        if (!quorum.held() && !(quorum.rule() instanceof Quorum.Rule.NotNeeded)) {
            findings.add(Finding.error(
                    "NO-QUORUM",
                    step,
                    step + " does not start, because the cluster has no quorum.",
                    "Bring lost nodes or voters back until the cluster has quorum, then resume."));
        }
        if (!Disruption.takesNodeAway(input.step()) || input.recovery() || input.insideOutage()) {
            return findings;
        }
        List<NodeId> absent = Disruption.away(input);
        if (!quorum.survivesAbsenceOf(absent)) {
            findings.add(Finding.error(
                    "QUORUM-WOULD-BE-LOST",
                    step,
                    step + " does not start, because the cluster would lose quorum with " + Disruption.list(absent)
                            + " absent.",
                    "Bring absent nodes or voters back, then resume."));
        }
        return findings;
    }
}
