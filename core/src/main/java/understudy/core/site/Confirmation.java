package understudy.core.site;

/**
 * Something that a person does or has done elsewhere, and vouches for before a wave begins; who and when stay in the journal. Nobody's
 * absence counts as a yes.
 *
 * @param id unique in the plan
 * @param text ends with a question mark; yes means that it is done
 * @param byAnother a yes counts only from somebody else than who started the run
 * @param byProof a command of the owner's proves it, so that a person is asked only where it does not
 */
public record Confirmation(String id, String text, boolean byAnother, boolean byProof) {
    /** One that only a person can vouch for. */
    public Confirmation(String id, String text, boolean byAnother) {
        this(id, text, byAnother, false);
    }

    /** The same with a command that proves it. */
    public Confirmation proven() {
        return new Confirmation(id, text, byAnother, true);
    }
}
