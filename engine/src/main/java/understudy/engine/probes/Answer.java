package understudy.engine.probes;

/** What came of one question. */
sealed interface Answer {
    /** The service answered as it should. */
    record Good() implements Answer {}

    /**
     * It did not.
     *
     * @param reason continues a sentence that begins with the probe's name
     */
    record Missed(String reason) implements Answer {}
}
