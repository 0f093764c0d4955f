package understudy.lab;

import java.io.Serial;

/** Something that the lab needs is missing or has failed; the message is one sentence for the person at the keyboard. */
public final class LabException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public LabException(String sentence) {
        super(sentence);
    }

    public LabException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
