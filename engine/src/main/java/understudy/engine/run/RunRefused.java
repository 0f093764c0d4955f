package understudy.engine.run;

import understudy.core.model.Finding;

/** A run that may not be opened or resumed, and why; nothing was touched. */
public final class RunRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public RunRefused(Finding finding) {
        super(finding.toString());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
