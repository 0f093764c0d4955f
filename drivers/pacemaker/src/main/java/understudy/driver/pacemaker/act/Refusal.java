package understudy.driver.pacemaker.act;

import understudy.core.model.Finding;
import understudy.engine.ports.Outcome;

/** A step ends here, with the finding that the operator reads: surely not done, or in doubt. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Finding finding;
    private final boolean doubtful;

    Refusal(String code, String subject, String sentence, String remedy) {
        this(code, subject, sentence, remedy, false);
    }

    Refusal(String code, String subject, String sentence, String remedy, boolean doubtful) {
        super(sentence);
        this.finding = Finding.error(code, subject, sentence, remedy);
        this.doubtful = doubtful;
    }

    Outcome outcome() {
        return doubtful ? new Outcome.Unknown(finding) : new Outcome.Failed(finding);
    }

    Finding finding() {
        return finding;
    }

    /** A verb, a check or an entry that this driver does not know; {@code clause} has no full stop. */
    static Refusal unsupported(String clause) {
        return new Refusal(
                "PACEMAKER-UNSUPPORTED",
                "pacemaker",
                clause + ".",
                "Take the step out of the procedure, or give it to the operator.");
    }
}
