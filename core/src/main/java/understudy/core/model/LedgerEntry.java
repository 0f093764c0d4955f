package understudy.core.model;

import java.util.Optional;

/**
 * One change that a run must give back: a drain, a service held, a setting, a hosting right, a preference.
 *
 * @param id unique in the run; also the name of the mark on the node or in the cluster
 * @param before what was there before, in the driver's words, so that exactly that is restored
 * @param byHand the command with which a person gives it back without us
 */
public record LedgerEntry(
        String id, RunId run, Kind kind, Optional<NodeId> node, Optional<GroupId> group, String before, String byHand) {
    /** What was changed. */
    public enum Kind {
        DRAIN,
        PREFERENCE,
        HOSTING_RIGHT,
        FAILBACK,
        SERVICE,
        SETTING,
        MEMBERSHIP,
        LOCK,
        FILE,
        /** Packages that the patch replaces, kept on the node so that it can be taken back to them. */
        OLD_PACKAGES
    }
}
