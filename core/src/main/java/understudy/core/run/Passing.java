package understudy.core.run;

import java.util.List;
import java.util.Set;
import understudy.core.model.Finding;

/** Whether what blocks a run goes away by itself, may do so, or surely stays until a person has acted. */
final class Passing {
    private static final Set<String> MOMENTARY = Set.of("CLUSTER-CHANGING");

    /** An installation was left half done. */
    static final String BROKEN = "PACKAGES-BROKEN";

    private static final Set<String> LASTING = Set.of(BROKEN);

    private Passing() {}

    /** The cluster is busy for a moment: neither that nor what else is so meanwhile says anything against the plan, which waits. */
    static boolean byItself(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> MOMENTARY.contains(finding.code()));
    }

    /** Waiting is in vain: at least one of them only a person can mend, so that the run asks at once. */
    static boolean onlyByHand(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.blocks() && LASTING.contains(finding.code()));
    }
}
