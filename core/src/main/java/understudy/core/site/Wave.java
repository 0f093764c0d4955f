package understudy.core.site;

import java.time.Duration;
import java.util.List;

/**
 * Members that are patched in any order among themselves, after the waves before them.
 *
 * @param tier waves of one tier may go on while a member of an earlier one of it is out of reach; a later tier never
 * @param atOnce how many at the same time, at least 1; all of them where it goes together
 * @param together members of one pool are away all at once, none of them back before all are patched: an announced outage of what they share
 * @param approval whether a person is asked before it begins
 * @param pause how long the wave before it is watched first
 * @param failures members of it that may fail before nobody else is begun
 * @param confirmations what a person vouches for before it begins
 * @param comparisons what is listed before it begins, and has to be the same behind its tier
 */
public record Wave(
        String name,
        String tier,
        List<SiteMember> members,
        int atOnce,
        boolean together,
        boolean approval,
        Duration pause,
        int failures,
        List<Confirmation> confirmations,
        List<Comparison> comparisons) {
    public Wave {
        if (atOnce < 1) {
            throw new IllegalArgumentException("A wave takes at least one member at once, not " + atOnce + ".");
        }
        atOnce = together ? Math.max(atOnce, members.size()) : atOnce;
        members = List.copyOf(members);
        confirmations = List.copyOf(confirmations);
        comparisons = List.copyOf(comparisons);
    }

    /** One for which nothing is compared. */
    public Wave(
            String name,
            String tier,
            List<SiteMember> members,
            int atOnce,
            boolean together,
            boolean approval,
            Duration pause,
            int failures,
            List<Confirmation> confirmations) {
        this(name, tier, members, atOnce, together, approval, pause, failures, confirmations, List.of());
    }

    /** The same in a tier, with what stands before that. */
    Wave in(String other, List<Confirmation> before, List<Comparison> same) {
        return new Wave(name, other, members, atOnce, together, approval, pause, failures, before, same);
    }

    /** One before which nothing is to be vouched for. */
    public Wave(
            String name,
            String tier,
            List<SiteMember> members,
            int atOnce,
            boolean together,
            boolean approval,
            Duration pause,
            int failures) {
        this(name, tier, members, atOnce, together, approval, pause, failures, List.of());
    }
}
