package understudy.remote.winrm;

/** A shell on a node that could not be had, so that nothing was sent; the message is the sentence for the operator. */
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
