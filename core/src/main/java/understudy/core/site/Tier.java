package understudy.core.site;

import java.util.List;
import java.util.Optional;

/**
 * Members of a site that come after those of the tiers before, and before those of the tiers behind.
 *
 * @param roles of its members; none where it is only what a person vouches for
 * @param reason why it has this place
 * @param sharing what is done with members that share their clients
 * @param confirmations what a person vouches for before its first member is begun
 * @param comparisons what has to be the same behind its last member as before its first
 */
public record Tier(
        String name,
        List<String> roles,
        Optional<String> reason,
        Sharing sharing,
        List<Confirmation> confirmations,
        List<Comparison> comparisons,
        TierPace pace) {
    public Tier {
        roles = List.copyOf(roles);
        confirmations = List.copyOf(confirmations);
        comparisons = List.copyOf(comparisons);
    }

    /** One for which nothing is compared. */
    public Tier(
            String name,
            List<String> roles,
            Optional<String> reason,
            Sharing sharing,
            List<Confirmation> confirmations,
            TierPace pace) {
        this(name, roles, reason, sharing, confirmations, List.of(), pace);
    }

    /**
     * What is done with members of one pool.
     *
     * @param together they are all away at once: an announced outage of what they share
     * @param otherwise what comes of it where they are taken one by one all the same
     */
    public record Sharing(boolean together, Optional<String> otherwise) {
        /** One after the other. */
        public static Sharing apart() {
            return new Sharing(false, Optional.empty());
        }
    }

    /** The same with what an owner wants. */
    public Tier withSharing(Sharing other) {
        return new Tier(name, roles, reason, other, confirmations, comparisons, pace);
    }

    public Tier withPace(TierPace other) {
        return new Tier(name, roles, reason, sharing, confirmations, comparisons, other);
    }

    /** The same with what an owner's commands prove and compare. */
    public Tier withChecks(List<Confirmation> proven, List<Comparison> same) {
        return new Tier(name, roles, reason, sharing, proven, same, pace);
    }
}
