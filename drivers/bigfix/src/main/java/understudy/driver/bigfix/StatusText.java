package understudy.driver.bigfix;

import java.util.List;
import java.util.Optional;

/**
 * Every status that BigFix shows of an action on a computer, and what it means here. None is believed alone: what follows each is our own look.
 *
 * @param text as the server writes it
 * @param because the end of a sentence that begins with the status
 */
public record StatusText(String text, Meaning meaning, String because) {
    /** What a status means here. */
    public enum Meaning {
        /** It says that it was done; the look says whether it was. */
        SAYS_DONE,
        /** Installed, and not to be judged before the node has restarted. */
        AWAITS_RESTART,
        /** On its way. */
        WAITS,
        /** Somebody must lift something first: the action is stopped, and the step fails with the reason. */
        BLOCKED,
        /** The agent had nothing to do: right for some steps, wrong for others. */
        NOT_RELEVANT,
        /** It ended, and not well; the look says whether it was done all the same. */
        FAILED,
        /** Nothing follows from it. */
        NO_RESULT
    }

    private static final List<StatusText> ALL = List.of(
            of("Not Reported", Meaning.WAITS, "its agent has reported nothing of it yet"),
            of("Evaluating", Meaning.WAITS, "its agent judges whether it applies"),
            of("Waiting", Meaning.WAITS, "its agent waits for the time or the turn of it"),
            of("Pending Downloads", Meaning.WAITS, "its agent waits for files"),
            of("Running", Meaning.WAITS, "its agent is at it"),
            of("Constrained", Meaning.BLOCKED, "a constraint of the action or of the computer does not hold"),
            of("Locked", Meaning.BLOCKED, "the computer is locked against actions"),
            of("Pending Message", Meaning.BLOCKED, "it waits for somebody to answer a message on the screen"),
            of("Pending Login", Meaning.BLOCKED, "it waits for somebody to log on"),
            of("Pending Offer Acceptance", Meaning.BLOCKED, "it is an offer that somebody must accept"),
            of("Offers Disabled", Meaning.BLOCKED, "it is an offer, and the computer shows none"),
            of("Postponed", Meaning.BLOCKED, "somebody at the computer has postponed it"),
            of("Disk Limited", Meaning.BLOCKED, "the agent's limit of disk space does not allow its files"),
            of("Disk Free Limited", Meaning.BLOCKED, "too little of the disk is free for its files"),
            of("Pending Restart", Meaning.AWAITS_RESTART, "it cannot be judged before the node has restarted"),
            of("Pending Client Restart", Meaning.AWAITS_RESTART, "it cannot be judged before the agent has restarted"),
            of("Fixed", Meaning.SAYS_DONE, "it is no longer relevant"),
            of("Completed", Meaning.SAYS_DONE, "its script has come to its end"),
            of("Failed", Meaning.FAILED, "its script broke off, or ran and left it relevant"),
            of("Cancelled", Meaning.FAILED, "somebody at the computer has cancelled it"),
            of("Download Failed", Meaning.FAILED, "its files could not be fetched"),
            of("Invalid Signature", Meaning.FAILED, "its signature is not accepted by the agent"),
            of("Hash Mismatch", Meaning.FAILED, "a file that was fetched is not the one that was meant"),
            of("Transcoding Error", Meaning.FAILED, "its text cannot be turned into the agent's code page"),
            of("error", Meaning.FAILED, "the agent tells no more than that"),
            of("Not Relevant", Meaning.NOT_RELEVANT, "the agent finds nothing to do for it"),
            of("Expired", Meaning.NO_RESULT, "its time was over before it was done, so that nothing is known of it"));

    private static StatusText of(String text, Meaning meaning, String because) {
        return new StatusText(text, meaning, because);
    }

    /** All of them. */
    public static List<StatusText> all() {
        return ALL;
    }

    /** The one of that text; empty for a text that nobody has told us of, from which nothing is concluded. */
    public static Optional<StatusText> find(String text) {
        return ALL.stream()
                .filter(status -> status.text.equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    /** One sentence of a step. */
    public String sentence(String what, String node) {
        return "BigFix says \"" + text + "\" of " + what + " on " + node + ": " + because + ".";
    }
}
