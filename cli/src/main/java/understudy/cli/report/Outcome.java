package understudy.cli.report;

/** What came of one attempt at a step. */
public enum Outcome {
    SUCCEEDED,
    FAILED,
    IN_DOUBT,
    /** It was given out, and no end of it is recorded. */
    UNDER_WAY
}
