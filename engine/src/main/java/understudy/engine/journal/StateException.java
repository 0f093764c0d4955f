package understudy.engine.journal;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** Why the state directory could not be used: one sentence that names the file, the cause and what to do next. */
public final class StateException extends RuntimeException {
    /** What the system said of a fault, without the path that the sentence names already. */
    public static String reason(IOException fault) {
        String said = fault instanceof FileSystemException named ? named.getReason() : fault.getMessage();
        return said == null ? fault.getClass().getSimpleName() : said;
    }

    StateException(String sentence) {
        super(sentence);
    }

    public StateException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
