package understudy.core.model;

/** Where a node stands in its cluster's membership. */
public enum Membership {
    /** A full member: settled, counted, able to host. */
    MEMBER,
    /** On its way in; looks drained to some tools and is not. */
    JOINING,
    /** On its way out in good order. */
    LEAVING,
    /** Out in good order: stopped, or fenced and confirmed. */
    LEFT,
    /** Gone without a word, or to be power fenced. */
    LOST,
    /** Not seen. */
    UNKNOWN;

    public boolean isMember() {
        return this == MEMBER;
    }
}
