package understudy.driver.simulated.scenario;

import java.util.List;
import java.util.Optional;
import understudy.core.model.Fencing;
import understudy.core.model.Quorum;

/**
 * The cluster as a whole as the scenario begins.
 *
 * @param platform whose rules it keeps, such as {@code pacemaker} or {@code exchange-2007}
 * @param voters those that are not nodes; each node has one vote
 * @param maintenance the whole cluster is out of its own hands
 */
public record ClusterSetup(
        String platform,
        String kind,
        Quorum.Rule rule,
        List<VoterSetup> voters,
        Fencing fencing,
        boolean maintenance,
        Optional<LockSetup> lock) {
    static final String FENCING_FAILS = "its last proof was bad";
    static final String FENCING_UNKNOWN = "it was never tried";

    public ClusterSetup {
        voters = List.copyOf(voters);
    }

    /** Majority of the nodes, working fencing. */
    public static ClusterSetup of(String platform, String kind) {
        return new ClusterSetup(
                platform, kind, new Quorum.Rule.Majority(), List.of(), new Fencing.Works(), false, Optional.empty());
    }

    public ClusterSetup votingBy(Quorum.Rule other) {
        return new ClusterSetup(platform, kind, other, voters, fencing, maintenance, lock);
    }

    public ClusterSetup withVoters(List<VoterSetup> others) {
        return new ClusterSetup(platform, kind, rule, others, fencing, maintenance, lock);
    }

    public ClusterSetup fencedBy(Fencing other) {
        return new ClusterSetup(platform, kind, rule, voters, other, maintenance, lock);
    }

    public ClusterSetup inMaintenance() {
        return new ClusterSetup(platform, kind, rule, voters, fencing, true, lock);
    }

    public ClusterSetup lockedBy(LockSetup other) {
        return new ClusterSetup(platform, kind, rule, voters, fencing, maintenance, Optional.of(other));
    }
}
