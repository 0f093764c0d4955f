package understudy.core.site;

/** How a member's own run has ended, as far as the site goes on by it. */
public enum MemberResult {
    /** Every node of it is patched. */
    DONE,
    /** It ended with a sentence that says why. */
    FAILED,
    /** It broke off, and nobody has said why. */
    BROKEN_OFF,
    /** It could not be seen and nothing was begun: it joins later. */
    AWAY
}
