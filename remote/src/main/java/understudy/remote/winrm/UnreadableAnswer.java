package understudy.remote.winrm;

import java.io.IOException;

/** Something answered, but not as a WinRM listener does; the message says what is wrong with it, without its text. */
final class UnreadableAnswer extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableAnswer(String why) {
        super(why);
    }

    UnreadableAnswer(String why, Throwable cause) {
        super(why, cause);
    }

    /** The part of a sentence that says what is wrong with it. */
    String why() {
        return String.valueOf(getMessage());
    }
}
