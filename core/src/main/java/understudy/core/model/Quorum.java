package understudy.core.model;

import java.util.Collection;
import java.util.List;

/**
 * The votes that let the cluster act: who has them, by which rule they suffice, and whether they suffice now.
 *
 * @param held the asked node's partition has quorum now, by the cluster's own word
 */
public record Quorum(Rule rule, boolean held, List<Voter> voters) {
    /** How a cluster decides that its votes suffice. */
    public sealed interface Rule {
        /** More than half of all votes. */
        record Majority() implements Rule {}

        /** Of two nodes, one suffices, but only after both have seen each other. */
        record TwoNode() implements Rule {}

        /** A fixed number of votes. */
        record Fixed(int votes) implements Rule {}

        /** A stand-alone server, or a cluster that is told to ignore quorum. */
        record NotNeeded() implements Rule {}
    }

    public Quorum {
        voters = List.copyOf(voters);
    }

    /** True if the voters that are surely present, less the absent ones named here, still hold quorum. */
    public boolean survivesAbsenceOf(Collection<NodeId> absent) {
        int all = 0;
        int present = 0;
        for (Voter voter : voters) {
            all += voter.votes();
            boolean gone = absent.stream().anyMatch(node -> node.value().equals(voter.name()));
            if (voter.presence() == Voter.Presence.PRESENT && !gone) {
                present += voter.votes();
            }
        }
        return switch (rule) {
            case Rule.Majority() -> 2 * present > all;
            case Rule.TwoNode() -> present >= 1;
            case Rule.Fixed(int votes) -> present >= votes;
            case Rule.NotNeeded() -> true;
        };
    }
}
