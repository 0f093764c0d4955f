package understudy.engine.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What ties the lines of an audit together: SHA-256, in lower-case hexadecimal. */
final class Chain {
    /** Stands for the hash before the first line. */
    static final String BEGINNING = "0".repeat(64);

    private Chain() {}

    /** Of the text's UTF-8. */
    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
