package understudy.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 digest in lower-case hexadecimal, by which a file is recognised wherever it lies. */
public record Digest(String sha256) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!HEX.matcher(sha256).matches()) {
            throw new IllegalArgumentException("A SHA-256 digest is 64 lower-case hexadecimal digits: " + sha256);
        }
    }

    /** The digest of these bytes. */
    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(algorithm().digest(bytes)));
    }

    /** The digest of what a command would read. */
    public static Digest of(Input input) throws IOException {
        var algorithm = algorithm();
        try (InputStream stream = input.open();
                var sink = new DigestOutputStream(OutputStream.nullOutputStream(), algorithm)) {
            stream.transferTo(sink);
        }
        return new Digest(HexFormat.of().formatHex(algorithm.digest()));
    }

    @Override
    public String toString() {
        return sha256;
    }

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
