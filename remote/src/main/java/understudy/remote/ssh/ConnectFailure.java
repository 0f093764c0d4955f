package understudy.remote.ssh;

/** A connection that could not be made; the message is the sentence for the operator. */
final class ConnectFailure extends Exception {
    private static final long serialVersionUID = 1;

    ConnectFailure(String sentence) {
        super(sentence);
    }

    ConnectFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
