package understudy.engine.journal;

import java.nio.charset.StandardCharsets;

/** Bounds what one row may hold, so that a hostile answer of a node cannot fill the journal in one go. */
final class Payloads {
    /** 1 MiB. */
    static final int LARGEST = 1 << 20;

    private Payloads() {}

    static String bounded(String text) {
        // A character takes up to three bytes in UTF-8, so most need no encoding to be judged.
        if (text.length() > LARGEST / 3 && text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new IllegalArgumentException(
                    "A row of the journal holds at most " + LARGEST + " bytes, and this text has " + text.length()
                            + " characters: keep its head and its hash, and the whole in a file.");
        }
        return text;
    }
}
