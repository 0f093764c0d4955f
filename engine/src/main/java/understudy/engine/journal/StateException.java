package understudy.engine.journal;

/** Why the state directory could not be used: one sentence that names the file, the cause and what to do next. */
public final class StateException extends RuntimeException {
    StateException(String sentence) {
        super(sentence);
    }

    StateException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
