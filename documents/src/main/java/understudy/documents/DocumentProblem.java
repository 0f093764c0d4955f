package understudy.documents;

/** One thing that is wrong with a document: where it stands, and the sentence that says what is wrong and what to write instead. */
public record DocumentProblem(Position position, String sentence) {
    public DocumentProblem {
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("a problem at " + position + " without a sentence");
        }
    }

    /** {@code file:line:column: sentence}, as compilers write it, so that editors jump to the place. */
    @Override
    public String toString() {
        return position + ": " + sentence;
    }
}
