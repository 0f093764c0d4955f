package understudy.emulated.bigfix;

import understudy.emulated.world.RestsOn;

/** Something that makes an action come out otherwise than its work would: the trap, and the status text that it shows. */
@RestsOn(
        mark = RestsOn.Mark.INFERRED,
        value = "Which statuses mean that an action has not begun, and which that it never will.")
public enum Circumstance {
    NOT_REPORTED("Not Reported", When.BEFORE),
    EVALUATING("Evaluating", When.BEFORE),
    WAITING("Waiting", When.BEFORE),
    CONSTRAINED("Constrained", When.BEFORE),
    LOCKED("Locked", When.BEFORE),
    PENDING_DOWNLOADS("Pending Downloads", When.BEFORE),
    PENDING_MESSAGE("Pending Message", When.BEFORE),
    PENDING_LOGIN("Pending Login", When.BEFORE),
    PENDING_OFFER("Pending Offer Acceptance", When.BEFORE),
    OFFERS_DISABLED("Offers Disabled", When.BEFORE),
    POSTPONED("Postponed", When.BEFORE),
    DISK_LIMITED("Disk Limited", When.BEFORE),
    DISK_FREE_LIMITED("Disk Free Limited", When.BEFORE),
    RUNS_FOR_EVER("Running", When.BEFORE),
    CANCELLED("Cancelled", When.INSTEAD),
    DOWNLOAD_FAILED("Download Failed", When.INSTEAD),
    INVALID_SIGNATURE("Invalid Signature", When.INSTEAD),
    HASH_MISMATCH("Hash Mismatch", When.INSTEAD),
    TRANSCODING_ERROR("Transcoding Error", When.INSTEAD),
    ERROR("error", When.INSTEAD),
    EXPIRED("Expired", When.INSTEAD),
    NOT_RELEVANT("Not Relevant", When.INSTEAD),
    FAILED("Failed", When.INSTEAD),
    FIXED_AND_NOTHING_DONE("Fixed", When.INSTEAD),
    COMPLETED_AND_NOTHING_DONE("Completed", When.INSTEAD),
    FAILED_AND_DONE("Failed", When.AFTER),
    PENDING_RESTART("Pending Restart", When.AFTER),
    PENDING_CLIENT_RESTART("Pending Client Restart", When.AFTER);

    final String text;
    final When when;

    /** Whether the work is not begun, not done, or done. */
    enum When {
        BEFORE,
        INSTEAD,
        AFTER
    }

    Circumstance(String text, When when) {
        this.text = text;
        this.when = when;
    }

    /** As the server shows it. */
    public String text() {
        return text;
    }
}
