package understudy.cli.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The look of the page, a file of ours beside this class. */
final class StyleSheet {
    private final String text;

    private StyleSheet(String text) {
        this.text = text;
    }

    static StyleSheet ofTheReport() {
        try (InputStream file = Objects.requireNonNull(StyleSheet.class.getResourceAsStream("report.css"))) {
            return new StyleSheet(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String text() {
        return text;
    }

    /** What a browser is told to allow: this style sheet by its digest, and nothing else. */
    String policy() {
        return "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src 'sha256-" + digest()
                + "'";
    }

    private String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256.", impossible);
        }
    }
}
