package understudy.driver.exchange.classic;

import understudy.core.model.Finding;
import understudy.engine.ports.Outcome;

/** A step ends here, with the finding that the operator reads: surely not done, or in doubt. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Finding finding;
    private final boolean doubtful;

    Refusal(Finding finding, boolean doubtful) {
        super(finding.sentence());
        this.finding = finding;
        this.doubtful = doubtful;
    }

    static Refusal failed(String code, String subject, String sentence, String remedy) {
        return new Refusal(Finding.error(code, subject, sentence, remedy), false);
    }

    static Refusal inDoubt(String code, String subject, String sentence, String remedy) {
        return new Refusal(Finding.error(code, subject, sentence, remedy), true);
    }

    /** Nobody answered; another moment may help. */
    boolean isUnanswered() {
        return doubtful
                || finding.code().equals("EXCHANGE-NO-ANSWER")
                || finding.code().equals("EXCHANGE-NOT-SEEN");
    }

    Outcome outcome() {
        return doubtful ? new Outcome.Unknown(finding) : new Outcome.Failed(finding);
    }
}
