package understudy.core.model;

/** Something with a vote in the cluster's quorum: a node, a witness, a quorum disk, a quorum device. */
public record Voter(String name, int votes, Presence presence) {
    /** Whether a voter's vote surely counts now. */
    public enum Presence {
        PRESENT,
        ABSENT,
        UNKNOWN
    }
}
