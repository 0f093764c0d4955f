package understudy.driver.bigfix;

import understudy.core.model.Finding;
import understudy.driver.bigfix.wire.Silence;
import understudy.engine.ports.Outcome;

/** A step ends here, with the finding that the operator reads: surely not done, or in doubt. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Finding finding;
    private final boolean doubtful;

    private Refusal(Finding finding, boolean doubtful) {
        super(finding.sentence());
        this.finding = finding;
        this.doubtful = doubtful;
    }

    /** It surely did not happen, or ended in a known failure. */
    public static Refusal failed(String code, String subject, String sentence, String remedy) {
        return new Refusal(Finding.error(code, subject, sentence, remedy), false);
    }

    /** It may have happened. */
    public static Refusal inDoubt(String code, String subject, String sentence, String remedy) {
        return new Refusal(Finding.error(code, subject, sentence, remedy), true);
    }

    /** The server did not answer. */
    public static Refusal silent(Silence silence, String server) {
        return new Refusal(silent(silence.sentence(), server), silence.isDoubtful());
    }

    static Finding silent(String sentence, String server) {
        return Finding.error("BIGFIX-NO-ANSWER", server, sentence, "See that the BigFix server can be reached.");
    }

    public Finding finding() {
        return finding;
    }

    /** As an order's outcome. */
    public Outcome outcome() {
        return doubtful ? new Outcome.Unknown(finding) : new Outcome.Failed(finding);
    }
}
